using System.Text;

namespace BenchGate.Cli;

/// <summary>
/// Standard error. A message that cannot be written there, because it is closed or its disk is full, is lost: the exit code still says what
/// happened. Otherwise the exception about it would end the process with SIGABRT.
/// </summary>
internal sealed class UnfailingWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        // .NET throws ArgumentOutOfRangeException for EFBIG
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException or ArgumentOutOfRangeException)
        {
            // there is no other place for the message
        }
    }
}

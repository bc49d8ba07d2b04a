using BenchmarkDotNet.Loggers;

namespace Benchmarks.Engine;

/// <summary>BenchmarkDotNet's log of a run, in a file. Every failed write is an <see cref="IOException"/>.</summary>
/// <param name="file">Its path; an existing file is replaced.</param>
internal sealed class RunLog(string file) : ILogger, IDisposable
{
    private readonly StreamLogger _log = new(file);

    public string Id => _log.Id;

    public int Priority => _log.Priority;

    public void Write(LogKind logKind, string text) => Refusing(() => _log.Write(logKind, text));

    public void WriteLine() => Refusing(_log.WriteLine);

    public void WriteLine(LogKind logKind, string text) => Refusing(() => _log.WriteLine(logKind, text));

    public void Flush() => Refusing(_log.Flush);

    public void Dispose() => Refusing(_log.Dispose);

    private void Refusing(Action write)
    {
        try
        {
            write();
        }
        catch (ArgumentOutOfRangeException tooLong) // .NET's exception for EFBIG
        {
            throw new IOException($"{file}: the file size limit is reached; raise it with ulimit -f", tooLong);
        }
    }
}

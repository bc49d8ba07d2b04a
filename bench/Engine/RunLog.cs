using BenchmarkDotNet.Loggers;

namespace Benchmarks.Engine;

/// <summary>BenchmarkDotNet's log of a run, in a file. What the disk refuses is told as that, whatever .NET makes of it.</summary>
/// <param name="file">Its path; an earlier log there is replaced.</param>
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
        catch (ArgumentOutOfRangeException tooLong) // what .NET makes of EFBIG
        {
            throw new IOException($"{file}: files may not become so long there: see ulimit -f", tooLong);
        }
    }
}

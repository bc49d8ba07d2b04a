using System.Globalization;

namespace Benchmarks.Progress;

/// <summary>A file, a pipe, or a terminal that can only append: one line for each case.</summary>
public sealed class PlainRunDisplay(TextWriter output) : IRunDisplay
{
    public void Says(string line) => output.WriteLine(line);

    public void Does(string what) => output.WriteLine(what);

    public void Starts(RunningCase running, bool show)
    {
        if (show)
            output.Write(string.Create(CultureInfo.InvariantCulture, $"[{running.Number}/{running.Of}] {running.Name,-46} "));
    }

    public void Ends(string result, string left, bool show)
    {
        if (show)
            output.WriteLine(left.Length == 0 ? result : $"{result,12}   {left}");
    }

    public Task DuringAsync(Func<RunStatus> status, Func<Task> work) => work();
}

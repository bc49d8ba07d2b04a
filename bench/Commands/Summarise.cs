using Results.Records;
using Results.Reporting;

namespace Benchmarks.Commands;

/// <summary>The end of a run on the console, as wide as the terminal is.</summary>
internal static class Summarise
{
    public static void Write(RunRecord run, IEnumerable<string> written, TextWriter output)
    {
        bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        if (terminal)
            ConsoleReport.Write(run, written, output, terminal, Console.WindowWidth);
        else
            ConsoleReport.Write(run, written, output, terminal);
    }
}

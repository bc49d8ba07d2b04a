using BenchGate.Cli;
using Results.Pages.Report;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>Prints the result of a run, a check or a lesson, as wide as the terminal.</summary>
internal static class Summarise
{
    public static void Write(RunRecord run, IEnumerable<string> written, TextWriter output) =>
        ConsoleReport.Write(run, written, output, Terminal.Is(output), Terminal.Width(output));

    public static void Write(IReadOnlyList<CheckRecord> checks, TextWriter output) =>
        ValidityReport.Write(checks, output, Terminal.Is(output), Terminal.Width(output));

    public static void Write(LessonResult lesson, TextWriter output) =>
        LessonReport.Write(lesson, output, Terminal.Is(output), Terminal.Width(output));
}

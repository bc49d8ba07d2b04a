using Results.Gate;
using Results.Gate.Pages;
using Results.Records;
using Results.Reporting;

namespace Benchmarks.Commands;

/// <summary>The end of a run, a check or a lesson on the console, as wide as the terminal is.</summary>
internal static class Summarise
{
    private const int WithoutTerminal = 120;

    public static void Write(RunRecord run, IEnumerable<string> written, TextWriter output) =>
        ConsoleReport.Write(run, written, output, IsTerminal(output), Width(output));

    public static void Write(IReadOnlyList<CheckRecord> checks, TextWriter output) =>
        ValidityReport.Write(checks, output, IsTerminal(output), Width(output));

    public static void Write(GateDecision decision, IEnumerable<string> written, TextWriter output) =>
        GateConsole.Write(decision, written, output, IsTerminal(output), Width(output));

    public static void Write(LessonResult lesson, TextWriter output) =>
        LessonReport.Write(lesson, output, IsTerminal(output), Width(output));

    private static bool IsTerminal(TextWriter output) => ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;

    private static int Width(TextWriter output) => IsTerminal(output) ? Console.WindowWidth : WithoutTerminal;
}

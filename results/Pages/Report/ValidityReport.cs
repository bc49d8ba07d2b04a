using System.Text;
using Results.Formatting;
using Results.Records;
using Spectre.Console;

namespace Results.Pages.Report;

/// <summary>The results of the instrument's checks: for <c>check</c>, and as a section of a run's reports.</summary>
public static class ValidityReport
{
    /// <summary>What the values mean, in a sentence.</summary>
    internal const string Lead = "The suite compares each value with its bound. If a value is out of bounds, a note says what to do.";

    private const string Heading = "Validity: the instrument checked itself";

    /// <summary>One line for each check that is out of bounds: what was found and what to do. They go into a run's warnings.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<CheckRecord> checks) => checks
        .Where(check => !check.Ok)
        .Select(
            check => $"{check.Name} is {ValidityTable.Text(check.Value) ?? "unknown"}{Unit(check)}, bound {check.Bound}: {check.Remedy}");

    /// <summary>Writes the table as wide as the console; nothing if there are no checks.</summary>
    public static void Write(IReadOnlyList<CheckRecord> checks, TextWriter output, bool terminal, int width = 120) =>
        Write(ConsoleReport.Open(output, terminal, width), checks);

    internal static void Write(IAnsiConsole console, IReadOnlyList<CheckRecord> checks)
    {
        if (checks.Count == 0)
            return;
        console.Write(new Text($"\n{Heading}\n"));
        ConsoleTable.Write(console, ValidityTable.Of(checks));
    }

    /// <summary>The section of report.md; empty if there are no checks.</summary>
    internal static string Markdown(IReadOnlyList<CheckRecord> checks) => checks.Count == 0
        ? ""
        : new StringBuilder($"\n## {Heading}\n\n{Lead}\n\n").AppendJoin(
            "", ValidityWords.All.Select(word => $"- **{MarkdownText.Escape(word.Name)}**: {MarkdownText.Escape(word.Meaning)}\n"))
            .Append('\n').Append(MarkdownTable.Render(ValidityTable.Of(checks))).ToString();

    private static string Unit(CheckRecord check) => check.Unit.Length == 0 ? "" : " " + check.Unit;
}

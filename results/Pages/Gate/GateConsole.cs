using Results.Formatting;
using Results.Gate;
using Results.Pages.Report;
using Spectre.Console;

namespace Results.Pages.Gate;

/// <summary>The console output at the end of a gate.</summary>
public static class GateConsole
{
    /// <param name="written">Paths of what was written, shown as they are: a wrapped path cannot be copied.</param>
    /// <param name="terminal">False for a file or a pipe: then no escape sequence is written.</param>
    /// <param name="width">Columns to fill.</param>
    public static void Write(GateDecision decision, IEnumerable<string> written, TextWriter output, bool terminal, int width)
    {
        IAnsiConsole console = ConsoleReport.Open(output, terminal, width);
        if (decision.Cases.Count > 0)
            ConsoleTable.Write(console, VerdictTable.Of(decision));
        string[] lines =
        [
            .. FindingLines.Of(decision.Cases),
            .. decision.Notes.Select(note => $"note: {note}"),
            decision.Headline,
        ];
        foreach (string line in lines)
            console.Write(new Text(PlainText.OneLine(line) + "\n"));
        foreach (string path in written)
            output.WriteLine(path);
    }
}

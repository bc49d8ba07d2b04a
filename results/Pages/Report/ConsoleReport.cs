using Results.Formatting;
using Results.Records;
using Results.Summaries;
using Spectre.Console;

namespace Results.Pages.Report;

/// <summary>The console output at the end of a run: a table of each scenario, and the paths of the pages.</summary>
public static class ConsoleReport
{
    /// <summary>The smallest width in which all output fits.</summary>
    public const int NarrowestWidth = 60;

    /// <summary>Writes the summary.</summary>
    /// <param name="written">Paths of what was written, shown as they are: a wrapped path cannot be copied.</param>
    /// <param name="terminal">False for a file or a pipe: then no escape sequence is written.</param>
    /// <param name="width">Columns to fill, at least 60; 120 if there is no terminal to ask.</param>
    public static void Write(RunRecord run, IEnumerable<string> written, TextWriter output, bool terminal, int width = 120)
    {
        IAnsiConsole console = Open(output, terminal, width);
        console.Write(new Text($"profile {PlainText.OneLine(run.Profile)}: {RunHeader.Scale(run)}\n"));
        foreach (Section section in Section.Of(run))
        {
            console.Write(new Text($"\n{PlainText.OneLine(section.Heading)}\n"));
            ConsoleTable.Write(console, section.Table);
            foreach (BoundSweep sweep in section.Sweeps)
                console.Write(new Text($"{sweep.Text}\n"));
        }

        console.Write(new Text($"\n{TimeBars.Legend}\n~ no difference from the baseline was shown; - unknown, or does not apply\n"));
        ValidityReport.Write(console, run.Validity);
        foreach (string missing in Summary.Missing(run))
            output.WriteLine($"missing: {PlainText.OneLine(missing)}");
        foreach (string path in written)
            output.WriteLine(path);
    }

    /// <summary>Opens a console for the reports. It uses no colours if NO_COLOR is set.</summary>
    /// <param name="terminal">False for a file or a pipe: then no escape sequence is written.</param>
    /// <param name="width">Columns to fill, at least 60.</param>
    public static IAnsiConsole Open(TextWriter output, bool terminal, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = terminal }, // on CI they turn escape sequences on, also for a file
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Math.Max(NarrowestWidth, width);
        return console;
    }
}

using System.CommandLine;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Results.Gate;
using Results.History;
using Results.Pages.History;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>history</c>: shows the trend of each case over the kept runs; <c>history add</c> keeps a run.</summary>
internal static class HistoryCommand
{
    public static string DefaultFolder => Path.Combine(CheckoutFolder.Results, "history");

    public static Command Create()
    {
        var folder = new Option<string>("--history")
        {
            Description = "Folder of the kept runs; default: results/history of the checkout",
            Recursive = true,
        };
        var command = new Command("history", "Print as Markdown the trend of each case over the kept runs, "
            + "with lasting changes and recoveries.")
        {
            folder, Add(folder),
        };
        command.SetAction(
            parsed => Print(Folder(parsed, folder), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static Command Add(Option<string> folder)
    {
        var path = new Argument<string>("run.json")
        {
            Description = "A complete stored run",
            DefaultValueFactory = _ => Path.Combine(CheckoutFolder.Results, "latest", "run.json"),
        };
        var command = new Command("add", "Keep a run: append a line to the history of its machine.") { path };
        command.SetAction(parsed =>
        {
            string stored = TypedPath.Full("run.json", parsed.GetRequiredValue(path), ""), history = Folder(parsed, folder);
            RunRecord run = StoredRun.Load(stored).Run;
            IReadOnlyDictionary<string, string> renamed = RenamedCases.Read();
            var file = HistoryFile.For(history, run.Host);
            file.Append(run);
            parsed.InvocationConfiguration.Output.WriteLine(file.Path);
            SecondaryOutput.TryWrite(
                () => CopyNextTo(run, history, renamed, new RunLayout(Path.GetDirectoryName(stored)!)),
                $"the run was added to {file.Path}, and only its own page does not show the trend.",
                parsed.InvocationConfiguration.Error);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Copies the current history of the machine to the run, so that the run's page shows it.</summary>
    /// <exception cref="RecordException">The history cannot be read.</exception>
    /// <exception cref="NotWrittenException">Its copy cannot be written.</exception>
    public static void CopyNextTo(RunRecord run, string folder, IReadOnlyDictionary<string, string> renamed, RunLayout layout) =>
        RunHistory.CopyNextTo(run, HistoryFile.For(folder, run.Host), renamed, layout);

    private static int Print(string folder, TextWriter output, TextWriter error)
    {
        var rules = new GateRules { Retired = RenamedCases.Read() };
        List<(string Name, IReadOnlyList<CaseTrend> Trends, IReadOnlyList<string> Skipped)> machines = [];
        foreach (HistoryFile file in HistoryFile.In(folder))
        {
            (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = file.Read();
            // The file's name has a hash of the machine, which says nothing to a reader.
            string machine = entries.Count > 0
                ? RunIdentity.DescribeHost(entries[^1].Identity)
                : Path.GetFileNameWithoutExtension(file.Path);
            machines.Add((machine, HistoryTrends.Of(entries, rules, rules.Retired), skipped));
            foreach (string line in skipped)
                error.WriteLine("warning: " + line);
        }

        output.Write(HistoryMarkdown.Render(machines, rules));
        return ExitCodes.Ok;
    }

    private static string Folder(ParseResult parsed, Option<string> folder) =>
        TypedPath.Folder("--history", parsed.GetValue(folder), DefaultFolder);
}

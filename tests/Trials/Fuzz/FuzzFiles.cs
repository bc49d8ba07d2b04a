using BenchGate.Processes;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Results.Gate;
using Results.History;
using Results.Pages;
using Results.Pages.History;
using Results.Records;

namespace Tests.Trials.Fuzz;

/// <summary>
/// The result of reading a damaged file: null if it was read, or refused in one line, and nothing else changed; otherwise the fault.
/// </summary>
public static class FuzzFiles
{
    private const string Bait = "bait.txt";

    /// <summary>A scenario file. An accepted one is also described, and its latencies are drawn.</summary>
    public static string? Scenario(string text) => InFolder("orders.json", text, file =>
    {
        Scenario read = ScenarioFile.Load(file).Scaled(0.1, 2);
        _ = ScenarioDescription.ContentHash(read);
        _ = read.OfferedLatency(read.Requests.First);
        _ = new Uri(new Uri("http://127.0.0.1:1"), read.Requests.PathOf(read.Requests.First));
    });

    /// <summary>A run.json.</summary>
    /// <param name="draw">Whether the pages of an accepted file are drawn, too, and the gate compares it. About 20 ms.</param>
    public static string? Run(string text, bool draw) => InFolder("run.json", text, file =>
    {
        RunRecord run = RunRecordFile.Load(file);
        if (!draw)
            return;
        ReportWriter.Write(run, Path.GetDirectoryName(file)!);
        var rules = new GateRules();
        _ = ReferenceGate.Decide(StoredRun.Load(file), StoredRun.Load(file), [], GateMetric.Time, rules);
    });

    /// <summary>A history file, with a good line before and after the damaged one.</summary>
    public static string? History(string line) =>
        InFolder("machine.jsonl", $"{FuzzSamples.HistoryLine}\n{line}\n{FuzzSamples.LaterHistoryLine}\n", file =>
        {
            (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = new HistoryFile(file).Read();
            if (entries.Count < 2)
                throw new InvalidOperationException("a good line was lost");
            if (skipped.Select(Answer.Fault).FirstOrDefault(fault => fault is not null) is { } fault)
                throw new InvalidOperationException(fault);
            var rules = new GateRules();
            _ = HistoryMarkdown.Render([("machine", HistoryTrends.Of(entries, rules, rules.Retired), skipped)], rules);
        });

    /// <summary>Reads it in a new folder. The folder above has a file that must not change.</summary>
    private static string? InFolder(string name, string text, Action<string> read)
    {
        using var scratch = new ScratchFolder();
        string folder = Path.Combine(scratch.Path, "a", "b", "latest"),
            file = Path.Combine(folder, name),
            bait = Path.Combine(scratch.Path, "a", Bait);
        Directory.CreateDirectory(folder);
        File.WriteAllText(file, text);
        File.WriteAllText(bait, Bait);
        byte[] before = File.ReadAllBytes(file);
        string? fault = Answer.FaultOf(() => read(file));
        if (fault is not null)
            return fault;
        if (!File.ReadAllBytes(file).SequenceEqual(before))
            return "the file itself was changed";
        return File.ReadAllText(bait) == Bait
            && Directory.EnumerateFileSystemEntries(scratch.Path, "*", SearchOption.AllDirectories)
                .All(entry => entry.StartsWith(folder, StringComparison.Ordinal)
                    || folder.StartsWith(entry, StringComparison.Ordinal)
                    || entry == bait)
            ? null
            : "something outside of the folder was changed";
    }
}

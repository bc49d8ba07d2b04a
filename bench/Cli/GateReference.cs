using System.CommandLine;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Results.Gate;
using Results.History;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>gate --reference</c>: compares a stored run with a stored reference and the kept runs, without measuring.</summary>
internal sealed class GateReference
{
    public Option<string> Reference { get; } = new("--reference")
    {
        Description = "Compare the counters of a stored run with this run.json (or the folder that holds it, or BenchmarkDotNet's full "
            + "JSON), and its times with the kept runs, without measuring",
    };

    public Option<string> Candidate { get; } = new("--run")
    {
        Description = "With --reference: the run to judge; default: results/latest/run.json",
    };

    public Option<string> Metric { get; } = MetricOption();

    public Option<string> History { get; } = new("--history")
    {
        Description = "With --reference: folder of the kept runs; a time is judged with at least 10 of them; default: results/history",
    };

    /// <summary>The options that have no effect without <see cref="Reference"/>.</summary>
    public IEnumerable<Option> OfReference => [Candidate, Metric, History];

    public IEnumerable<Option> All => [Reference, .. OfReference];

    /// <summary>Judges, writes the pages into <paramref name="folder"/>, and returns the exit code.</summary>
    /// <param name="beside">Whether the decision is also written beside the judged run, for its page.</param>
    /// <exception cref="RecordException">A file cannot be read.</exception>
    /// <exception cref="NotWrittenException">A file cannot be written.</exception>
    public int Execute(ParseResult parsed, GateRules rules, string folder, bool beside)
    {
        var reference = StoredRun.LoadAny(RunJson(TypedPath.Of("--reference", parsed.GetRequiredValue(Reference), "")));
        var candidate =
            StoredRun.LoadAny(RunJson(TypedPath.Of("--run", parsed.GetValue(Candidate), Path.Combine(CheckoutFolder.Results, "latest"))));
        if (File.ReadAllBytes(reference.Path).AsSpan().SequenceEqual(File.ReadAllBytes(candidate.Path)))
            throw new UsageException($"--reference {reference.Path} and --run {candidate.Path} are the same run; "
                + "name an earlier run as --reference.");
        var history =
            HistoryFile.For(TypedPath.Folder("--history", parsed.GetValue(History), HistoryCommand.DefaultFolder), candidate.Run.Host);
        (IReadOnlyList<HistoryEntry> kept, IReadOnlyList<string> skipped) = File.Exists(history.Path) ? history.Read() : ([], []);
        GateMetric metric = parsed.GetRequiredValue(Metric) == "efficiency" ? GateMetric.Efficiency : GateMetric.Time;
        GateDecision decision = ReferenceGate.Decide(reference, candidate, kept, metric, rules);
        decision = decision with { Notes = [.. decision.Notes, .. skipped] };
        OutputFolder.Require(folder);
        RunLayout? judged = beside && Path.GetFileName(candidate.Path) == "run.json"
            ? new RunLayout(Path.GetDirectoryName(Path.GetFullPath(candidate.Path))!)
            : null;
        InvocationConfiguration console = parsed.InvocationConfiguration;
        return GateAnswer.Finish(decision, folder, judged, console.Output, console.Error);
    }

    private static string RunJson(string path) => Directory.Exists(path) ? Path.Combine(path, "run.json") : path;

    private static Option<string> MetricOption()
    {
        var metric = new Option<string>("--metric")
        {
            Description = "With --reference: compare the time, or the efficiency, which has no unit; between machines it is only shown",
            DefaultValueFactory = _ => "time",
        };
        metric.AcceptOnlyFromAmong("time", "efficiency");
        return metric;
    }
}

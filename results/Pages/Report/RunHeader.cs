using System.Globalization;
using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Pages.Report;

/// <summary>The first lines of every report: under which conditions it was measured. Plain text, one line each.</summary>
internal static class RunHeader
{
    public static IEnumerable<string> Lines(RunRecord run)
    {
        yield return $"profile {run.Profile}: {Scale(run)}";
        yield return $"host: {run.Host.Machine}";
        yield return $"server: {run.Host.Server}, hosting {run.Hosting}, latency by {run.Host.Clock}{Priorities(run.Priorities)}";
        yield return $"code: {Code(run.Source)}; BenchmarkDotNet {run.Source.BenchmarkDotNet}, Perfolizer {run.Source.Perfolizer}";
        if (run.Rounds is { } rounds)
            yield return $"rounds: {Figures.Whole(rounds.Planned)}; each measures every case once, in a new process of one build, in an "
                + $"order drawn from seed {Figures.Whole(rounds.Seed)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"started: {run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        yield return Completeness(run);
    }

    /// <summary>How the run's times relate to the articles' times, so that nobody takes a compressed time for theirs.</summary>
    public static string Scale(RunRecord run)
    {
        if (run.Profile == RunRecord.NotRecorded)
            return "another tool measured this run, and its work has no scale";
        string delays = $"delays × {Figures.Exact(run.Scale)}";
        if (run.RequestDivisor > 1)
            return $"{delays} and requests ÷ {Figures.Whole(run.RequestDivisor)}; this only tests that everything works, do not compare "
                + "it with the articles";
        if (run.Scale < 1)
            return $"{delays}; multiply by {Figures.Brief(1 / run.Scale)} to compare with the articles";
        return run.Scale > 1
            ? $"{delays}; divide by {Figures.Brief(run.Scale)} to compare with the articles"
            : $"{delays}, the articles' own scale";
    }

    private static string Completeness(RunRecord run)
    {
        IReadOnlyList<string> missing = Summary.Missing(run);
        string done = $"{Figures.Whole(run.Planned.Count - missing.Count)} of {Figures.Whole(run.Planned.Count)} planned cases";
        if (missing.Count == 0)
            return (run.Complete ? $"complete: {done}" : $"interrupted: {done}") + Unequal(run);
        string why = run.Complete ? "incomplete (these failed)" : "interrupted";
        return $"{why}: {done}; missing: {string.Join(", ", missing)}{Unequal(run)}";
    }

    /// <summary>Says it if some measured cases have fewer launches than rounds were planned.</summary>
    private static string Unequal(RunRecord run)
    {
        if (run.Rounds is not { Planned: var planned })
            return "";
        int fewer = run.Cases.GroupBy(one => one.Case).Count(launches => launches.Count() < planned);
        return fewer == 0 ? "" : $"; {Figures.Whole(fewer)} of them not in all {Figures.Whole(planned)} rounds";
    }

    private static string Code(SourceIdentity source)
    {
        string dirty = source.Dirty == true ? " with uncommitted changes" : "";
        string commit = source.Commit is { } c ? $"commit {Short(c)}{dirty}" : "commit unknown";
        return $"{commit}, source {Short(source.SourceHash)}";
    }

    private static string Priorities(ProcessPriorities? p) =>
        p is null
            ? ", process priorities unknown"
            : $", process priorities: server {Figures.Whole(p.Server)}, client {Figures.Whole(p.Client)}";

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}

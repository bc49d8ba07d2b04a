using Results.Formatting;
using Results.History;
using Results.Records;
using Results.Summaries;

namespace Results.Gate;

/// <summary>A run.json as the gate reads it: one group of launches for each case and regime, under its current name.</summary>
/// <param name="Path">The path of the file, for messages.</param>
public sealed record StoredRun(string Path, RunRecord Run)
{
    private const string Remedy = "restore the file, or measure again";

    /// <summary>Folder name and file name only: a published page does not show a path of the user's disk.</summary>
    public string Name => string.Join('/', Path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).TakeLast(2));

    /// <summary>Reads and checks a run.json.</summary>
    /// <exception cref="RecordException">Not a run.json, cut off, of a newer schema, or with a time that cannot be compared.</exception>
    public static StoredRun Load(string path) => Of(path, RunRecordFile.Load(path));

    /// <summary>The same, or BenchmarkDotNet's own JSON.</summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    public static StoredRun LoadAny(string path) => Of(path, RunRecordFile.LoadAny(path));

    private static StoredRun Of(string path, RunRecord run)
    {
        for (int i = 0; i < run.Cases.Count; i++)
        {
            // A report can print 0, but 0 allows no ratio.
            if (run.Cases[i].IterationsNs.ToList().FindIndex(ns => ns <= 0) is >= 0 and var at)
                throw new RecordException($"{path}: $.cases[{i}].iterationsNs[{at}]: is 0, must be above 0; {Remedy}");
        }

        return new(path, run);
    }

    /// <summary>All planned or measured cases, in the order of the plan. The id names the regime if it is not the usual one.</summary>
    internal IReadOnlyList<StoredCase> Cases(IReadOnlyDictionary<string, string> renamed)
    {
        var planned = Run.Planned.Select(id => RetiredIds.NameNow(id, renamed)).Distinct(StringComparer.Ordinal).ToList();
        var measured = Run.Cases.GroupBy(one => (Id: RetiredIds.NameNow(one.Case, renamed), one.Regime))
            .Select(group => (group.Key.Id, Case: new StoredCase(IdOf(group.Key.Id, group.Key.Regime), new([.. group]))))
            .ToList();
        IEnumerable<(string Id, StoredCase Case)> bare =
            planned.Except(measured.Select(one => one.Id), StringComparer.Ordinal).Select(id => (Id: id, Case: new StoredCase(id, null)));
        return
        [
            .. measured.Concat(bare).OrderBy(one => planned.IndexOf(one.Id) is >= 0 and var at ? at : int.MaxValue).Select(one => one.Case),
        ];
    }

    private static string IdOf(string id, string regime) => regime == Regimes.Warm ? id : $"{id} [{regime}]";
}

/// <summary>A case of a stored run. Without launches, it was planned and not measured.</summary>
internal sealed record StoredCase(string Id, Launches? Launches)
{
    /// <summary>Measured, but without an ideal, so it has no efficiency.</summary>
    public bool HasNoIdeal => Launches is { } launches && launches.Known(one => one.BoundNs) is not > 0;

    /// <summary>Why its iterations cannot be compared, with the remedy; null if they can.</summary>
    public string? Obstacle(string path)
    {
        IReadOnlyList<CaseRecord> records = Launches!.Records;
        if (records.Select(one => (one.Pair, one.Launch)).Distinct().Count() < records.Count)
            return $"{path}: is there twice with the same launch; measure again";
        return Launches.IterationsNs.Count switch
        {
            0 => $"{path}: no iteration was measured; read BenchmarkDotNet's log, and measure again",
            1 => $"{path}: one iteration shows no spread; measure with the standard profile",
            _ when Launches.IterationsNs.Distinct().Count() == 1 => $"{path}: all {Figures.Whole(Launches.IterationsNs.Count)} "
                + "iterations are equal, which a clock cannot give; measure again",
            _ => null,
        };
    }
}

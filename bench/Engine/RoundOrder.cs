using Results.Records;

namespace Benchmarks.Engine;

/// <summary>
/// The order of all launches of a run. In each round every case is launched once, and chance decides in which order. So a slow minute of
/// the machine falls into one round, where it meets the compared cases alike, and no case has a better place than another.
/// </summary>
public static class RoundOrder
{
    /// <summary>The launches that a run still needs.</summary>
    /// <param name="plan">All its cases, also those that need no more launches: the order is drawn for all.</param>
    public static IReadOnlyList<PlannedLaunch> Left(RunPlan plan, RunRecord run)
    {
        IEnumerable<(string Case, int Rounds)> cases = plan.Cases.Select(one => (CaseFromReport.IdOf(one), RunPlan.RoundsOf(one)));
        return Draw([.. cases.Select(one => (one.Case, one.Rounds, MeasuredOf(one.Case, run)))], run.Rounds?.Seed ?? 0);
    }

    /// <summary>The number of rounds in which a case is measured already.</summary>
    public static int MeasuredOf(string caseId, RunRecord run) => run.Cases.Count(one => one.Case == caseId);

    /// <summary>The launches that are still to be measured, round by round.</summary>
    /// <param name="cases">Of each case: its id, its number of rounds, and the number of rounds that are measured already.</param>
    /// <param name="seed">The same seed and the same cases give the same order, also if a part is measured already.</param>
    public static IReadOnlyList<PlannedLaunch> Draw(IReadOnlyList<(string Case, int Rounds, int Measured)> cases, int seed)
    {
        var random = new Random(seed);
        List<PlannedLaunch> launches = [];
        for (int round = 1; round <= cases.Select(one => one.Rounds).DefaultIfEmpty().Max(); round++)
        {
            (string Case, int Rounds, int Measured)[] drawn = [.. cases];
            random.Shuffle(drawn);
            launches.AddRange(drawn
                .Where(one => one.Measured < round && round <= one.Rounds)
                .Select(one => new PlannedLaunch(one.Case, round, Last: round == one.Rounds)));
        }

        return launches;
    }
}

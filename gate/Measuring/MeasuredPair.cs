using BenchGate.Launchers;
using Results.Records;

namespace BenchGate.Measuring;

/// <summary>Measures one pair of launches: one of each side, one after the other.</summary>
/// <param name="sides">Base and head.</param>
internal sealed class MeasuredPair((ILauncher Base, ILauncher Head) sides)
{
    private bool Together => sides.Base.TogetherOnly || sides.Head.TogetherOnly;

    /// <summary>
    /// Measures the cases. Where one process measures one case, the two launches of a case follow each other at once, because a slow spell
    /// of the machine lasts seconds.
    /// </summary>
    /// <param name="id">Unique within the run.</param>
    /// <param name="headFirst">What the coin showed.</param>
    /// <returns>The pairs, by case. A case that one side did not measure is missing.</returns>
    public async Task<IReadOnlyDictionary<string, GatePair>> RunAsync(
        string id, bool headFirst, IReadOnlyList<string> cases, CancellationToken stop)
    {
        var measured = new Dictionary<string, GatePair>(StringComparer.Ordinal);
        IEnumerable<IReadOnlyList<string>> launches = Together ? [cases] : cases.Select(one => new[] { one });
        foreach (IReadOnlyList<string> together in launches)
            await MeasureAsync(id, headFirst, together, measured, stop);
        return measured;
    }

    /// <summary>
    /// Measures a case again, both sides, while a launch of it looks as if it had measured code that was not optimised yet. The rule does
    /// not know the sides, so it cannot prefer one. It ends after a few times, because a benchmark may always look like that. Cases that
    /// one process measures together are judged one by one: of many cases, one nearly always looks like that.
    /// </summary>
    private async Task MeasureAsync(
        string id, bool headFirst, IReadOnlyList<string> cases, Dictionary<string, GatePair> measured, CancellationToken stop)
    {
        for (int repeats = 0; cases.Count > 0 && repeats <= GatePair.MostRepeats; repeats++)
        {
            (IReadOnlyList<CaseLaunch> after, IReadOnlyList<CaseLaunch> before) = await DrawnPair.MeasureAsync(
                headFirst, () => sides.Head.LaunchAsync(cases, stop), () => sides.Base.LaunchAsync(cases, stop));
            foreach ((CaseLaunch was, CaseLaunch now) in before.Join(after, one => one.Case, one => one.Case, (was, now) => (was, now)))
            {
                if (cases.Contains(was.Case))
                    measured[was.Case] = new GatePair(id, headFirst, was.Launch, now.Launch) { Repeats = repeats };
            }

            cases = [.. cases.Where(one => before.Concat(after).Any(launch => launch.Case == one && launch.StillCompiling))];
        }
    }
}

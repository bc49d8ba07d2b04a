using Benchmarks.Engine;

namespace Tests.Engine;

public sealed class RoundOrderTests
{
    private static readonly (string Case, int Rounds, int Measured)[] s_cases = [("a", 3, 0), ("b", 3, 0), ("c", 3, 0), ("d", 2, 0)];

    [Fact]
    public void Each_round_has_every_case_once_and_the_last_launch_of_each_is_marked()
    {
        IReadOnlyList<PlannedLaunch> launches = RoundOrder.Draw(s_cases, seed: 1);
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3], launches.Select(one => one.Round));
        Assert.All(launches.GroupBy(one => one.Round), round => Assert.Distinct(round.Select(one => one.Case)));
        Assert.Equal([("d", 2), ("a", 3), ("b", 3), ("c", 3)],
            launches.Where(one => one.Last).Select(one => (one.Case, one.Round)).OrderBy(one => (one.Round, one.Case)));
    }

    [Fact]
    public void The_order_is_drawn_anew_for_each_round_and_the_seed_gives_it_again()
    {
        string[][] drawn = [.. Enumerable.Range(0, 200).Select(seed => OrderOf(seed, round: 1))];
        Assert.All("abcd", one => Assert.InRange(drawn.Count(order => order[0] == $"{one}"), 25, 80)); // 50 expected, ± 4 deviations
        Assert.Equal(OrderOf(5, 2), OrderOf(5, 2));
        Assert.Contains(Enumerable.Range(0, 20), seed => !OrderOf(seed, 1).SequenceEqual(OrderOf(seed, 2)));
    }

    [Fact]
    public void A_resumed_run_measures_what_is_missing_in_the_same_order()
    {
        IReadOnlyList<PlannedLaunch> all = RoundOrder.Draw(s_cases, seed: 3);
        for (int measured = 0; measured <= all.Count; measured++)
        {
            ILookup<string, PlannedLaunch> done = all.Take(measured).ToLookup(one => one.Case, StringComparer.Ordinal);
            Assert.Equal(
                all.Skip(measured), RoundOrder.Draw([.. s_cases.Select(one => (one.Case, one.Rounds, done[one.Case].Count()))], seed: 3));
        }
    }

    private static string[] OrderOf(int seed, int round) =>
        [.. RoundOrder.Draw(s_cases, seed).Where(one => one.Round == round).Select(one => one.Case)];
}

using BenchGate.Measuring;
using Results.Records;

namespace Tests.Measuring;

public class MeasuredPairTests
{
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData(false, "base a, head a, base b, head b")]
    [InlineData(true, "head a, base a, head b, base b")]
    public async Task The_two_launches_of_a_case_follow_each_other_in_the_drawn_order(bool headFirst, string order)
    {
        IReadOnlyDictionary<string, GatePair> pairs = await MeasureAsync(Side("base", 10), Side("head", 11), headFirst);

        Assert.Equal(order, string.Join(", ", _asked));
        Assert.Equal(["a", "b"], pairs.Keys);
        Assert.All(pairs.Values, pair =>
        {
            Assert.Equal(("1", headFirst, 0), (pair.Id, pair.HeadFirst, pair.Repeats));
            Assert.Equal((10, 11), (pair.Base.IterationsNs[0], pair.Head.IterationsNs[0]));
        });
    }

    [Fact]
    public async Task A_side_that_measures_all_cases_in_one_process_is_launched_once()
    {
        _ = await MeasureAsync(Side("base", 10, together: true), Side("head", 11, together: true), headFirst: false);

        Assert.Equal(["base a+b", "head a+b"], _asked);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, 2, 2)]
    [InlineData(9, 0, 3)]
    public async Task A_launch_that_was_still_compiling_repeats_both_sides_at_most_three_times(int atBase, int atHead, int repeats)
    {
        IReadOnlyDictionary<string, GatePair> pairs =
            await MeasureAsync(Side("base", 10, atBase), Side("head", 11, atHead), headFirst: false, "a");

        Assert.Equal(repeats, Assert.Single(pairs).Value.Repeats);
        Assert.Equal(Enumerable.Range(0, 2 * (repeats + 1)).Select(i => i % 2 == 0 ? "base a" : "head a"), _asked);
    }

    [Fact]
    public async Task A_case_is_not_measured_again_because_another_one_in_its_process_was_still_compiling()
    {
        var before = new FakeSide("base", 10, _asked, compiling: 1, together: true) { CompilingCase = "b" };

        IReadOnlyDictionary<string, GatePair> pairs =
            await MeasureAsync(before, Side("head", 11, together: true), headFirst: false, "a", "b", "c");

        Assert.Equal(["base a+b+c", "head a+b+c", "base b", "head b"], _asked);
        Assert.Equal([("a", 0), ("b", 1), ("c", 0)], pairs.Select(pair => (pair.Key, pair.Value.Repeats)));
    }

    private FakeSide Side(string name, double ns, int compiling = 0, bool together = false) => new(name, ns, _asked, compiling, together);

    private static Task<IReadOnlyDictionary<string, GatePair>> MeasureAsync(
        FakeSide before, FakeSide after, bool headFirst, params string[] cases) =>
        new MeasuredPair((before, after)).RunAsync("1", headFirst, cases.Length > 0 ? cases : ["a", "b"], CancellationToken.None);
}

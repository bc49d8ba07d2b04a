using System.Text.RegularExpressions;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Tests.House;

/// <summary>Rules of this project that only the source text shows.</summary>
public sealed partial class SourceTests
{
    [Theory]
    [InlineData("fixtures", 200)]
    [InlineData("gate", 200)]
    [InlineData("bench", 200)]
    [InlineData("results", 200)]
    [InlineData("tests", 300)]
    public void A_file_is_one_idea_and_so_it_is_short(string folder, int limit)
    {
        Assert.NotEmpty(Checkout.Sources(folder));
        Assert.All(Checkout.Sources(folder), file => Assert.InRange(Checkout.Lines(file).Length, 1, limit));
    }

    [Theory]
    [InlineData("fixtures")]
    [InlineData("gate")]
    [InlineData("bench")]
    [InlineData("results")]
    [InlineData("tests")]
    public void No_line_is_wider_than_140_columns(string folder) =>
        Assert.All(Checkout.Sources(folder), file => Assert.All(Checkout.Lines(file), line => Assert.InRange(line.Length, 0, 140)));

    [Fact]
    public void A_blocking_strategy_blocks_on_the_network_and_never_on_a_task()
    {
        string[] blocking =
        [
            .. StrategyCatalog.All.Where(strategy => strategy is ISyncFetchStrategy).Select(strategy => strategy.GetType().Name),
        ];
        Assert.NotEmpty(blocking);
        foreach (string name in blocking)
        {
            string source = Checkout.Text($"bench/Strategies/{name}.cs");
            Assert.DoesNotMatch(WaitsForTask(), source);
            Assert.DoesNotContain("Async", source, StringComparison.Ordinal);
            Assert.DoesNotContain("Task.", source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_strategy_is_a_file_that_can_be_read_at_a_glance() =>
        Assert.All(
            StrategyCatalog.All,
            strategy => Assert.InRange(Checkout.Lines($"bench/Strategies/{strategy.GetType().Name}.cs").Length, 10, 40));

    [Theory]
    [InlineData("task.Result", true)]
    [InlineData("task.Wait();", true)]
    [InlineData("task.GetAwaiter().GetResult()", true)]
    [InlineData("Task.WaitAll(tasks)", true)]
    [InlineData("FetchResult[] results", false)]
    [InlineData("client.Send(request, cancellation)", false)]
    public void What_counts_as_waiting_for_a_task(string code, bool waits) => Assert.Equal(waits, WaitsForTask().IsMatch(code));

    [GeneratedRegex(@"\.Result\b|\.Wait(All|Any)?\(|\.GetResult\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WaitsForTask();
}

using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Model;
using Tests.Server;

namespace Tests.Strategies;

public sealed class StreamingTests
{
    [Fact]
    public async Task Answers_are_handed_on_in_the_order_of_their_arrival_while_others_are_still_awaited()
    {
        Scenario spread = Served.Items(6) with { Latency = new UniformLatency(Served.Ms(10), Served.Ms(1_000)) };
        int[] fastestFirst = [.. spread.Requests.Numbers.OrderBy(spread.OfferedLatency)];
        var clock = new RecordingClock();
        await using StrategyTrial trial = await StrategyTrial.StartAsync(spread, clock);
        await using IAsyncEnumerator<FetchResult> arriving =
            WhenEach.StreamAsync(trial.WorkFor(new WhenEach()), CancellationToken.None).GetAsyncEnumerator();

        foreach ((int number, int before) in fastestFirst.Select((number, i) => (number, i)))
        {
            ValueTask<bool> next = arriving.MoveNextAsync();
            await clock.Manual.WhenPendingAsync(6 - before);
            clock.Manual.Advance(spread.OfferedLatency(number) - clock.Manual.Now);

            Assert.True(await next.AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
            Assert.Equal(number - 1, arriving.Current.Index);
            Assert.Equal(5 - before, clock.Manual.Pending);
        }

        Assert.False(await arriving.MoveNextAsync());
    }
}

using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Tests.Server;

namespace Tests.Strategies;

public sealed class StrategyCancellationTests
{
    public static TheoryData<string> Ids => [.. StrategyCatalog.All.Select(strategy => strategy.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_strategy_ends_as_soon_as_it_is_cancelled_and_lets_go_of_the_server(string strategyId)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(strategyId);
        var clock = new RecordingClock(); // never advances, so no response arrives
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(6, latencyMs: 10), clock);
        using var stop = new CancellationTokenSource();
        Task<FetchResult[]> fetching = trial.FetchAsync(strategy, cancellation: stop.Token);
        await clock.Manual.WhenPendingAsync(strategyId == "single" ? 1 : strategy.Descriptor.PeakInFlight(6));
        Assert.False(fetching.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching.WaitAsync(TimeSpan.FromSeconds(20)));
        await Eventually.IsTrueAsync(() => clock.Manual.Pending == 0, "the server has given up all requests");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Cancelled_beforehand_it_sends_nothing(string strategyId)
    {
        var clock = new RecordingClock();
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(6, latencyMs: 10), clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => trial
                .FetchAsync(StrategyCatalog.Find(strategyId), cancellation: new CancellationToken(canceled: true))
                .WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Empty(clock.Asked);
    }
}

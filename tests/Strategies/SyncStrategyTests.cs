using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Tests.Server;

namespace Tests.Strategies;

public sealed class SyncStrategyTests
{
    public static TheoryData<string> Ids =>
        [.. StrategyCatalog.All
            .Where(strategy => strategy.Descriptor.Threads == ThreadUse.Caller)
            .Select(strategy => strategy.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_blocking_strategy_does_everything_on_the_thread_that_called_it(string strategyId)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(strategyId);
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(6, latencyMs: 2));
        using HttpClient client = Served.NewClient();
        var work =
            FetchWork.For(new SequentialSync(), trial.Server.Addresses, trial.Scenario.Requests, trial.Scenario.Requests.Numbers, client);

        Task<FetchResult[]> returned = Task.FromResult<FetchResult[]>([]);
        bool overAtReturn = false;
        var caller =
            new Thread(() => overAtReturn = (returned = strategy.FetchAsync(work, CancellationToken.None)).IsCompletedSuccessfully);
        caller.Start();
        await Eventually.IsTrueAsync(() => caller.Join(TimeSpan.Zero), "the strategy has returned");

        Assert.True(overAtReturn);
        FetchResult[] results = await returned;
        Assert.Equal(6, results.Length);
        Assert.All(results, result => Assert.Equal(caller.ManagedThreadId, result.ThreadId));
    }

    [Fact]
    public async Task An_awaiting_strategy_gives_its_thread_back_while_it_waits()
    {
        var clock = new RecordingClock();
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(2, latencyMs: 2), clock);
        using HttpClient client = Served.NewClient();
        var work =
            FetchWork.For(new SequentialSync(), trial.Server.Addresses, trial.Scenario.Requests, trial.Scenario.Requests.Numbers, client);

        Task<FetchResult[]> fetching = new SequentialAwait().FetchAsync(work, CancellationToken.None);

        Assert.False(fetching.IsCompleted); // the call returned although the clock is stopped
        for (int i = 0; i < 2; i++)
        {
            await clock.Manual.WhenPendingAsync(1);
            clock.Manual.Advance(Served.Ms(2));
        }

        Assert.Equal(2, (await fetching).Length);
    }
}

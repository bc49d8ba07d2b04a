using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Tests.Server;
using Tests.Strategies;

namespace Tests.Fetching;

public sealed class TimeLimitTests
{
    public static TheoryData<string> Ids =>
        [.. StrategyCatalog.General
            .Where(strategy => strategy.Descriptor.Threads != ThreadUse.Pool)
            .Select(strategy => strategy.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_blocking_strategy_that_does_not_finish_says_so_instead_of_hanging(string strategyId)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(strategyId);
        var clock = new RecordingClock(); // never advances, so no response arrives
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(6, latencyMs: 10), clock);
        using FetchWork work = trial.WorkFor(strategy);

        TimeoutException late = await Assert.ThrowsAsync<TimeoutException>(
            () => Task.Run(() => strategy.FetchWithinAsync(work, TimeSpan.FromMilliseconds(200))).WaitAsync(TimeSpan.FromSeconds(60)));

        Assert.Equal($"{strategyId} did not finish 6 requests within 0.2 s.", late.Message);
    }

    [Fact]
    public async Task One_that_finishes_in_time_brings_its_results()
    {
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(6));
        var strategy = new ThreadPerRequest();

        FetchResult[] results = await strategy.FetchWithinAsync(trial.WorkFor(strategy), TimeSpan.FromMinutes(1));

        Assert.Equal(trial.Names(), results.Select(result => result.Name));
    }

    [Fact]
    public async Task Who_cancels_it_otherwise_hears_of_that_and_not_of_a_limit()
    {
        var cancelled = new Cancelled();
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => cancelled.FetchWithinAsync(new FetchWork(new HttpClient(), []), TimeSpan.FromMinutes(1)));
    }

    private sealed class Cancelled : IFetchStrategy
    {
        public StrategyDescriptor Descriptor { get; } = new WhenAll().Descriptor;

        public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
            Task.FromException<FetchResult[]>(new TaskCanceledException());
    }
}

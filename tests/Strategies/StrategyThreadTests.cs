using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Tests.Instrument.Checks;
using Tests.Server;

namespace Tests.Strategies;

/// <summary>
/// Checks which threads a strategy uses, while the server's clock is stopped, so that every request waits.
/// </summary>
[Collection(Alone.Name)]
public sealed class StrategyThreadTests
{
    // Far more threads than other work of this process uses.
    private const int Requests = 24;
    private static readonly TimeSpan s_latency = Served.Ms(10);

    public static TheoryData<string> Ids => [.. StrategyCatalog.General.Select(strategy => strategy.Descriptor.Id)];

    public static TheoryData<string> Blocking =>
        [.. StrategyCatalog.General.Where(strategy => strategy.Descriptor.BlocksOthers).Select(strategy => strategy.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task While_it_waits_it_blocks_whom_it_says_and_nobody_else(string strategyId)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(strategyId);
        ThreadUse threads = strategy.Descriptor.Threads;
        var clock = new RecordingClock();
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(Requests, s_latency.TotalMilliseconds), clock);
        using var returned = new ManualResetEventSlim();
        Task<FetchResult[]> fetching = trial.FetchAsync(strategy, onReturn: returned.Set);
        await clock.Manual.WhenPendingAsync(strategy.Descriptor.PeakInFlight(Requests));

        Assert.Equal(threads == ThreadUse.PoolBlocked, BusyPoolThreads() >= Requests);
        if (threads == ThreadUse.Caller)
            Assert.False(returned.IsSet);
        else
            await Eventually.IsTrueAsync(() => returned.IsSet, "the call has returned although nothing is answered");

        await FinishAsync(fetching, clock);
    }

    [Theory]
    [MemberData(nameof(Blocking))]
    public async Task One_that_blocks_a_thread_for_each_request_reads_each_answer_on_that_thread(string strategyId)
    {
        var clock = new RecordingClock();
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(Requests, s_latency.TotalMilliseconds), clock);
        Task<FetchResult[]> fetching = trial.FetchAsync(StrategyCatalog.Find(strategyId));
        await clock.Manual.WhenPendingAsync(Requests); // now all threads exist at once, so no id is reused

        FetchResult[] results = await FinishAsync(fetching, clock);

        Assert.Equal(Requests, results.Select(result => result.ThreadId).Distinct().Count());
    }

    private static async Task<FetchResult[]> FinishAsync(Task<FetchResult[]> fetching, RecordingClock clock)
    {
        await Eventually.IsTrueAsync(
            () =>
            {
                clock.Manual.Advance(s_latency);
                return fetching.IsCompleted;
            },
            "everything is fetched");
        return await fetching;
    }

    private static int BusyPoolThreads()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int free, out _);
        return most - free;
    }
}

using Benchmarks.Fetching;
using Benchmarks.Recording;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Results.Records;
using Tests.Instrument.Checks;
using Tests.Server;

namespace Tests.Recording;

/// <summary>A recorded operation runs like a timed one. A recording contains the requests of the whole process.</summary>
[Collection(Alone.Name)]
public sealed class TimelineRecorderTests
{
    [Fact]
    public async Task The_operation_begins_on_no_thread_of_the_pool()
    {
        using var clock = new LatencyClock();
        await using Served served = await Served.StartAsync(Served.Items(2), clock);
        var strategy = new Looking();
        using var work = FetchWork.For(strategy, served.Server.Addresses, served.Server.Scenario, [1, 2]);

        CaseTimeline seen = await TimelineRecorder.RecordAsync(served.Server.Addresses.Http1, strategy, work, Regimes.Warm);

        Assert.False(strategy.BeganOnPool);
        Assert.Equal(2, seen.Requests.Count);
        Assert.All(seen.Requests, request => Assert.NotNull(request.ArrivalMs));
    }

    private sealed class Looking : IFetchStrategy
    {
        public bool? BeganOnPool { get; private set; }

        public StrategyDescriptor Descriptor => new SequentialAwait().Descriptor;

        public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
        {
            BeganOnPool = Thread.CurrentThread.IsThreadPoolThread;
            return new SequentialAwait().FetchAsync(work, cancellation);
        }
    }
}

using Benchmarks.Fetching;
using Fixtures.Latency;
using Fixtures.Model;

namespace Tests.Instrument.Checks;

/// <summary>Promises one schedule and follows another.</summary>
internal sealed class Mislabelled(Schedule promised, IFetchStrategy real) : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = real.Descriptor with { Schedule = promised };

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) => real.FetchAsync(work, cancellation);
}

/// <summary>Has a bounded number of requests in flight.</summary>
internal sealed class Bounded(int limit) : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new("bounded", "Bounded", "In tests.", new Schedule(limit));

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        using var places = new SemaphoreSlim(limit);
        return await Task.WhenAll(work.Requests.Select(async (request, i) =>
        {
            await places.WaitAsync(cancellation);
            try
            {
                using HttpResponseMessage response = await work.Client.SendAsync(request.ToMessage(), cancellation);
                return FetchResult.Read(i, response);
            }
            finally
            {
                places.Release();
            }
        }));
    }
}

/// <summary>Sends every request some more times, with a client that raises no diagnostic events.</summary>
internal sealed class Secretive(IFetchStrategy real, int times) : IFetchStrategy
{
    public StrategyDescriptor Descriptor => real.Descriptor;

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        // Without a propagator SocketsHttpHandler raises no diagnostic events, so nothing is recorded.
        using var silent = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null, UseProxy = false });
        FetchResult[] results = await real.FetchAsync(work, cancellation);
        for (int i = 0; i < times; i++)
            await real.FetchAsync(work with { Client = silent }, cancellation);
        return results;
    }
}

/// <summary>Takes longer every second time.</summary>
internal sealed class Limping(IFetchStrategy real, ILatencyClock clock, TimeSpan more) : IFetchStrategy
{
    private int _calls;

    public StrategyDescriptor Descriptor => real.Descriptor;

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        if (_calls++ % 2 == 1)
            await clock.DelayAsync(more, cancellation);
        return await real.FetchAsync(work, cancellation);
    }
}

using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>Article B's first step: one request, awaited.</summary>
public sealed class SingleRequest : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "single",
        "One request",
        "There is only one.",
        Schedule.Sequential);

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await work.Client.SendAsync(work.Requests[0].ToMessage(), cancellation).ConfigureAwait(false);
        return [FetchResult.Read(0, response)];
    }
}

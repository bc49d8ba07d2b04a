using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>All requests are started together and awaited together.</summary>
public sealed class WhenAll : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "when-all",
        "Task.WhenAll fan-out",
        "The requests do not depend on each other, and the server can handle all of them.",
        Schedule.AllAtOnce);

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        Task.WhenAll(work.Requests.Select(async (request, i) =>
        {
            using HttpResponseMessage response = await work.Client.SendAsync(request.ToMessage(), cancellation).ConfigureAwait(false);
            return FetchResult.Read(i, response);
        }));
}

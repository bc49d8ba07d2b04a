using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>All requests are started together, each with a new client, and so with a new connection.</summary>
public sealed class WhenAllNewClient : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "when-all-new-client",
        "Task.WhenAll, new client per request",
        "Never: no connection is used twice, and each leaves a port that stays in use for a minute or more.",
        Schedule.AllAtOnce with { Connections = Connections.PerRequest })
    {
        IsAntiPattern = true,
    };

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        Task.WhenAll(work.Requests.Select(async (request, i) =>
        {
            using HttpClient client = work.NewClient();
            using HttpResponseMessage response = await client.SendAsync(request.ToMessage(), cancellation).ConfigureAwait(false);
            return FetchResult.Read(i, response);
        }));
}

using System.Text;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Fetching;

/// <summary>The requests of an operation, and the client for strategies that share one.</summary>
/// <param name="Client">Used for all operations, as in an application.</param>
/// <param name="Requests">In order.</param>
public sealed record FetchWork(HttpClient Client, IReadOnlyList<FetchRequest> Requests) : IDisposable
{
    /// <summary>The requests with these numbers, sent to the address for the strategy's protocol.</summary>
    /// <param name="client">Default: the client that the strategy creates.</param>
    public static FetchWork For(
        IFetchStrategy strategy, ServerAddresses servers, RequestPlan plan, IEnumerable<int> numbers, HttpClient? client = null)
    {
        Uri server = servers.Speaking(strategy.Descriptor.Protocol);
        client ??= strategy.CreateClient();
        return new FetchWork(client, [.. numbers.Select(number => Request(plan.RequestOf(number)))]);

        FetchRequest Request(PlannedRequest planned) => new(
            HttpMethod.Parse(planned.Method),
            new Uri(server, planned.Path),
            planned.JsonBody is { } body ? Encoding.UTF8.GetBytes(body) : null,
            client.DefaultRequestVersion,
            client.DefaultVersionPolicy);
    }

    /// <summary>
    /// The same for a scenario. If its requests can fail, the clients return a failure as a response, so that one failure does not end the
    /// strategy.
    /// </summary>
    public static FetchWork For(IFetchStrategy strategy, ServerAddresses servers, Scenario scenario, IEnumerable<int> numbers)
    {
        FetchWork work = For(strategy, servers, scenario.Requests, numbers);
        if (scenario.ResponseLimit is not { } timeout)
            return work;
        return work with
        {
            Client = FailuresAsAnswers.Of(work.Client, timeout),
            NewClient = () => FailuresAsAnswers.Of(new HttpClient(), timeout),
        };
    }

    /// <summary>Creates a client for a strategy that uses one for each request; default: a plain <c>new HttpClient()</c>.</summary>
    public Func<HttpClient> NewClient { get; init; } = static () => new HttpClient();

    /// <summary>Closes the client's connections.</summary>
    public void Dispose() => Client.Dispose();
}

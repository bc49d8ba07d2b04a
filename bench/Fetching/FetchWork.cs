using System.Text;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Fetching;

/// <summary>What is to be fetched, and the client that is shared by all requests of a strategy that shares one.</summary>
/// <param name="Client">Kept between operations, as an application would keep it.</param>
/// <param name="Requests">In order.</param>
public sealed record FetchWork(HttpClient Client, IReadOnlyList<FetchRequest> Requests) : IDisposable
{
    /// <summary>The requests of these numbers, where the strategy's protocol is spoken.</summary>
    /// <param name="client">Default: the client that the strategy wants.</param>
    public static FetchWork For(IFetchStrategy strategy, ServerAddresses servers, RequestPlan plan, IEnumerable<int> numbers, HttpClient? client = null)
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
    /// The same for a scenario: where its requests can fail, the clients report a failure as an answer of its own, so that no strategy
    /// loses the others by it.
    /// </summary>
    public static FetchWork For(IFetchStrategy strategy, ServerAddresses servers, Scenario scenario, IEnumerable<int> numbers)
    {
        FetchWork work = For(strategy, servers, scenario.Requests, numbers);
        if (!scenario.CanFail)
            return work;
        TimeSpan timeout = scenario.Timeout ?? Scenario.DefaultTimeout;
        return work with { Client = FailuresAsAnswers.Of(work.Client, timeout), NewClient = () => FailuresAsAnswers.Of(new HttpClient(), timeout) };
    }

    /// <summary>Makes the client of a strategy that has one for each request; default: a plain <c>new HttpClient()</c>.</summary>
    public Func<HttpClient> NewClient { get; init; } = static () => new HttpClient();

    /// <summary>Closes the client's connections.</summary>
    public void Dispose() => Client.Dispose();
}

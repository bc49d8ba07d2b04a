using Fixtures.Endpoints;
using Fixtures.Scenarios;

namespace Benchmarks.Fetching;

/// <summary>What a scenario's requests must bring back, worked out from the scenario and not from a server.</summary>
public static class ExpectedResults
{
    /// <summary>The digest of fetching <paramref name="numbers"/> without a fault.</summary>
    public static FetchDigest Digest(Scenario scenario, IEnumerable<int> numbers)
    {
        IEndpoint endpoint = EndpointFactory.Create(scenario.Payload);
        return FetchDigest.Of([.. numbers.Select((number, i) => Expect(endpoint, scenario.Requests.IsNumbered ? number : scenario.Requests.First, i))]);
    }

    private static FetchResult Expect(IEndpoint endpoint, int number, int index)
    {
        EndpointReply reply = endpoint.Answer(number);
        return new FetchResult(index, reply.Status, ThreadId: 0, reply.Body.Length, endpoint.NameOf(number));
    }
}

using Fixtures.Endpoints;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Fetching;

/// <summary>What a scenario's requests must bring back, worked out from the scenario and not from a server.</summary>
public static class ExpectedResults
{
    /// <summary>The digest of fetching <paramref name="numbers"/>, the scenario's own faults included, and no others.</summary>
    public static FetchDigest Digest(Scenario scenario, IEnumerable<int> numbers)
    {
        IEndpoint endpoint = ScenarioEndpoint.Of(scenario);
        return FetchDigest.Of([.. numbers.Select((number, i) => ExpectedFailure(scenario, number, i) ?? Expect(endpoint, scenario.Requests.EntryOf(number), i))]);
    }

    /// <summary>Null for a request that is answered in the end. What the client reports has the name of what was injected.</summary>
    private static FetchResult? ExpectedFailure(Scenario scenario, int number, int index)
    {
        if (scenario.FaultOf(number) is not { } fault || fault.IsEndured(scenario.Timeout ?? Scenario.DefaultTimeout))
            return null;
        int status = fault.Kind == FaultKind.Status ? fault.Status : 0;
        return new FetchResult(index, status, ThreadId: 0, Bytes: 0, Name: null) { Failure = FetchFailures.Of(fault.Kind) };
    }

    private static FetchResult Expect(IEndpoint endpoint, int number, int index)
    {
        EndpointReply reply = endpoint.Answer(number);
        return new FetchResult(index, reply.Status, ThreadId: 0, reply.Body.Length, endpoint.NameOf(number))
        {
            Failure = reply.Status is >= 200 and < 300 ? FetchFailure.None : FetchFailure.Status,
        };
    }
}

using Fixtures.Endpoints;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Fetching;

/// <summary>The expected results of a scenario's requests, computed from the scenario and not from a server.</summary>
public static class ExpectedResults
{
    /// <summary>The expected digest of fetching <paramref name="numbers"/>, with the scenario's own faults and no others.</summary>
    public static FetchDigest Digest(Scenario scenario, IEnumerable<int> numbers)
    {
        IEndpoint endpoint = ScenarioEndpoint.Of(scenario);
        return FetchDigest.Of([.. numbers.Select(ResultOf)]);

        FetchResult ResultOf(int number, int i) =>
            ExpectedFailure(scenario, number, i) ?? Expect(endpoint, scenario.Requests.EntryOf(number), i);
    }

    /// <summary>
    /// Null for a request that succeeds in the end. The failure that the client reports has the same name as the injected fault.
    /// </summary>
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

using Fixtures.Endpoints;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Fetching;

/// <summary>
/// The expected results of a scenario's requests, computed from the scenario and not from a server. A response that cannot arrive before
/// the client's timeout is expected to fail.
/// </summary>
public sealed class ExpectedResults
{
    // On a busy machine, a response or the end of a timeout is late by about so much, and by the own cost of the requests in flight.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_ownCost = TimeSpan.FromMilliseconds(0.2);

    // HttpClient repeats a request up to three times if its kept connection ends before the first byte of a response.
    private const int MostAttempts = 4;

    private readonly Scenario _scenario;
    private readonly int[] _numbers;
    private readonly FetchResult[] _inTime;

    private ExpectedResults(Scenario scenario, int[] numbers)
    {
        IEndpoint endpoint = ScenarioEndpoint.Of(scenario);
        (_scenario, _numbers) = (scenario, numbers);
        _inTime = [.. numbers.Select((number, i) => FaultyResult(number, i) ?? Expect(endpoint, scenario.Requests.EntryOf(number), i))];
    }

    /// <summary>The expected results of fetching <paramref name="numbers"/>, with the scenario's own faults and no others.</summary>
    public static ExpectedResults Of(Scenario scenario, IEnumerable<int> numbers) => new(scenario, [.. numbers]);

    /// <summary>
    /// Their digest. Where the order of the requests decides which responses are late, because they wait for the server's capacity, it has
    /// none of those as late.
    /// </summary>
    public static FetchDigest Digest(Scenario scenario, IEnumerable<int> numbers)
    {
        ExpectedResults expected = Of(scenario, numbers);
        return FetchDigest.Of([.. expected._inTime.Select((_, i) => expected.Likely(i))]);
    }

    /// <summary>
    /// Whether an operation can have these results: those of <see cref="Digest"/>, or other requests timed out because they had to wait, or
    /// because their responses arrive about when the timeout ends.
    /// </summary>
    /// <param name="fetched">One result for each request, in order.</param>
    /// <param name="schedule">How the requests were sent.</param>
    public bool Allow(IReadOnlyList<FetchResult> fetched, Schedule schedule)
    {
        if (fetched.Count != _numbers.Length || _scenario.ResponseLimit is not { } timeout)
            return false;
        Scenario sent = _scenario with { Requests = _scenario.Requests with { Count = _numbers.Length } };
        TimeSpan wait = Lateness.LongestWait(sent, schedule);
        TimeSpan doubt = s_pause + (schedule.Sent(_numbers.Length) * s_ownCost);
        doubt = doubt < timeout / 2 ? doubt : timeout / 2;

        // Equal requests get their latencies in the order of arrival, so each of them can have any.
        (TimeSpan Shortest, TimeSpan Longest)? any = _scenario.Requests.IsNumbered
            ? null
            : (_scenario.Requests.Numbers.Min(EndOf), _scenario.Requests.Numbers.Max(EndOf));
        return fetched.Index().All(one => Allows(one.Index, one.Item with { ThreadId = 0 }));

        bool Allows(int index, FetchResult result)
        {
            int number = _numbers[index], attempts = _scenario.FaultOf(number) is { IsSilent: true } ? MostAttempts : 1;
            TimeSpan most = wait + (attempts * ((any?.Longest ?? EndOf(number)) + _scenario.ConnectDelay));
            bool timedOut = result == Failed(index, FetchFailure.Stall) || result == Failed(index, FetchFailure.SlowDrip);
            return (result == _inTime[index] && (any?.Shortest ?? EndOf(number)) < timeout + doubt) || (timedOut && most > timeout - doubt);
        }
    }

    /// <summary>The result of a request that waits for nothing but its own latency.</summary>
    private FetchResult Likely(int index)
    {
        int number = _numbers[index];
        if (_scenario.ResponseLimit is not { } timeout || EndOf(number) < timeout)
            return _inTime[index];
        bool began = _scenario.FaultOf(number)?.Kind == FaultKind.SlowDrip && _scenario.OfferedLatency(number) < timeout;
        return Failed(index, began ? FetchFailure.SlowDrip : FetchFailure.Stall);
    }

    /// <summary>The earliest end of a response, counted from its request: a stall or a slow drip makes it later.</summary>
    private TimeSpan EndOf(int number) => _scenario.OfferedLatency(number) + (_scenario.FaultOf(number)?.Lasts ?? TimeSpan.Zero);

    /// <summary>
    /// Null for a request that succeeds in the end. The failure that the client reports has the same name as the injected fault.
    /// </summary>
    private FetchResult? FaultyResult(int number, int index) => _scenario.FaultOf(number) is { Lasts: null } fault
        ? Failed(index, FetchFailures.Of(fault.Kind)) with { Status = fault.Kind == FaultKind.Status ? fault.Status : 0 }
        : null;

    private static FetchResult Failed(int index, FetchFailure failure) =>
        new(index, Status: 0, ThreadId: 0, Bytes: 0, Name: null) { Failure = failure };

    private static FetchResult Expect(IEndpoint endpoint, int number, int index)
    {
        EndpointReply reply = endpoint.Answer(number);
        return new FetchResult(index, reply.Status, ThreadId: 0, reply.Body.Length, endpoint.NameOf(number))
        {
            Failure = reply.Status is >= 200 and < 300 ? FetchFailure.None : FetchFailure.Status,
        };
    }
}

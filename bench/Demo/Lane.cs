using System.Diagnostics;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Demo;

/// <summary>One strategy of the demonstration. It fetches as in a benchmark, and its state can be read at the same time.</summary>
public sealed class Lane(IFetchStrategy strategy, int requests)
{
    private Timeline? _timeline;
    private long _started;
    private long _ended;

    public string Name => strategy.Descriptor.Name;

    /// <summary>The current state. Can be read from any thread.</summary>
    public LaneState Now
    {
        get
        {
            if (_timeline is null)
                return new LaneState(Name, [.. Enumerable.Repeat(RequestState.NotSent, requests)], Elapsed: null, Over: false, Peak: 0);
            long ended = Volatile.Read(ref _ended);
            IReadOnlyList<ClientRow> rows = _timeline.Rows;
            return new LaneState(
                Name,
                [
                    .. rows.Select(row => row.Ended == 0 ? RequestState.InFlight : RequestState.Answered),
                    .. Enumerable.Repeat(RequestState.NotSent, Math.Max(0, requests - rows.Count)),
                ],
                Stopwatch.GetElapsedTime(_started, ended == 0 ? Stopwatch.GetTimestamp() : ended),
                Over: ended != 0,
                PeakOf(rows));
        }
    }

    /// <summary>Fetches everything once, with its own client, and measures the time.</summary>
    /// <exception cref="ExpectedFailureException">The strategy fetched something else than the scenario defines.</exception>
    public async Task<IReadOnlyList<FetchResult>> RunAsync(ServerAddresses server, Scenario scenario, CancellationToken cancellation)
    {
        using var work = FetchWork.For(strategy, server, scenario.Requests, scenario.Requests.Numbers);
        using var timeline = Timeline.Record();
        _started = Stopwatch.GetTimestamp();
        _timeline = timeline;
        // a blocking strategy would stop the picture
        FetchResult[] results = await OwnThread.RunAsync(() => strategy.FetchAsync(work, cancellation));
        Volatile.Write(ref _ended, Stopwatch.GetTimestamp());

        FetchDigest expected = ExpectedResults.Digest(scenario, scenario.Requests.Numbers);
        return FetchDigest.Of(results) == expected
            ? results
            : throw new ExpectedFailureException($"{Name} fetched {FetchDigest.Of(results)}; expected {expected}");
    }

    private static int PeakOf(IReadOnlyList<ClientRow> rows)
    {
        // Sorts sends and ends by time. At the same time, an end comes before a send.
        IEnumerable<(long At, int Step)> sent = rows.Select(row => (row.Sent, 1)),
            ended = rows.Where(row => row.Ended != 0).Select(row => (row.Ended, -1));
        (int now, int peak) = (0, 0);
        foreach ((_, int step) in sent.Concat(ended).Order())
            peak = Math.Max(peak, now += step);
        return peak;
    }
}

using System.Diagnostics;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Recording;
using Benchmarks.Serving;
using Fixtures.Telemetry;

namespace Benchmarks.Instrument.Servers;

/// <summary>The server of one subject in its own process, and its measurements so far.</summary>
internal sealed class ServerTurns : IAsyncDisposable
{
    private readonly ScratchServer _target;
    private readonly IFetchStrategy _strategy;
    private readonly FetchWork _work;
    private readonly FetchDigest _expected;

    private ServerTurns(ServerSubject subject, ScratchServer target, IFetchStrategy strategy) =>
        (Subject, _target, _strategy, _work, _expected) = (subject, target, strategy, target.Work(strategy), target.Expected());

    public ServerSubject Subject { get; }

    /// <summary>Makespans of the turns, milliseconds.</summary>
    public List<double> Milliseconds { get; } = [];

    /// <summary>Managed bytes for each request, in the client and in the server's process.</summary>
    public List<(double Client, double Server)> Bytes { get; } = [];

    /// <summary>Service time of each request, milliseconds.</summary>
    public List<double> Service { get; } = [];

    public static async Task<ServerTurns> StartAsync(ServerSubject subject, IFetchStrategy strategy, int requests, double latencyMs)
    {
        ScratchServer target = await ScratchServer.StartAsync(subject.Scenario(requests, latencyMs), subject.Kind, beside: subject.Files());
        return new ServerTurns(subject, target, strategy);
    }

    /// <summary>Fetches everything once. The first turns compile the code and are not kept.</summary>
    /// <exception cref="ExpectedFailureException">It fetched something else than the scenario defines.</exception>
    public async Task TakeAsync(bool keep)
    {
        FetchResult[] fetched = [];
        double ms = 0;
        long allocated = 0;
        ServerTimeline seen = await ServerRecording.DuringAsync(_target.Addresses.Http1, async () =>
        {
            long before = GC.GetTotalAllocatedBytes(), start = Stopwatch.GetTimestamp();
            fetched = await _strategy.FetchAsync(_work, CancellationToken.None);
            ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated = GC.GetTotalAllocatedBytes() - before;
        });
        if (FetchDigest.Of(fetched) != _expected)
            throw new ExpectedFailureException($"{_strategy.Descriptor.Id} fetched from {Subject.Name} something else "
                + "than the scenario defines.");
        if (!keep)
            return;
        Milliseconds.Add(ms);
        Bytes.Add(((double)allocated / fetched.Length, (double)seen.AllocatedBytes / fetched.Length));
        Service.AddRange(seen.Requests.Select(row => Stopwatch.GetElapsedTime(row.Arrival, row.Departure).TotalMilliseconds));
    }

    public async ValueTask DisposeAsync()
    {
        _work.Dispose();
        await _target.DisposeAsync();
    }
}

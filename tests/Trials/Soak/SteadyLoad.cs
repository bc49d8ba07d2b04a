using System.Diagnostics;
using System.Net.Http.Json;
using Benchmarks.Recording;
using Fixtures.Server;
using Fixtures.Telemetry;
using Results.Statistics;

namespace Tests.Trials.Soak;

/// <summary>Keeps the same number of requests in flight all the time, and measures the server at intervals.</summary>
internal sealed class SteadyLoad(LoadedServer server, SoakPlan plan) : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);
    private readonly HttpClient _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }).ForControl();
    private readonly int _bytes = (int)server.Expected().Bytes / server.Requests.Count;
    private readonly List<ServerSample> _samples = [];
    private long _answered;
    private long _failed;

    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Requests that ended in an error or returned something else.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>The measurements so far, in order.</summary>
    public IReadOnlyList<ServerSample> Samples => _samples;

    public void Dispose() => _client.Dispose();

    /// <summary>
    /// Loads until the plan is done. An exception, for example because the server ended, reaches the caller; <see cref="Samples"/>
    /// stay.
    /// </summary>
    public async Task RunAsync()
    {
        using var end = new CancellationTokenSource();
        Task[] workers = [.. Enumerable.Range(0, SoakPlan.Width).Select(_ => Task.Run(() => WorkAsync(end.Token), CancellationToken.None))];
        long begun = Stopwatch.GetTimestamp();
        try
        {
            while (Stopwatch.GetElapsedTime(begun) < plan.For && !(Answered >= plan.Requests))
            {
                await Task.Delay(plan.Interval);
                _samples.Add(await LookAsync());
            }
        }
        catch
        {
            Interlocked.Increment(ref _failed);
            throw;
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(workers);
        }
    }

    private async Task WorkAsync(CancellationToken end)
    {
        var url = new Uri(server.Address, server.Path);
        while (!end.IsCancellationRequested)
        {
            try
            {
                byte[] body = await _client.GetByteArrayAsync(url, end);
                Interlocked.Increment(ref body.Length == _bytes ? ref _answered : ref _failed);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return; // nobody needs the response any more
            }
            // the latter: the client's timeout
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                Interlocked.Increment(ref _failed);
            }
        }
    }

    private async Task<ServerSample> LookAsync()
    {
        long failed = Failed;
        ServerTimeline seen =
            await ServerRecording.DuringAsync(server.Address, () => Task.Delay(s_look < plan.Interval ? s_look : plan.Interval));
        double[] errors =
        [
            .. seen.Requests.Select(row => Stopwatch.GetElapsedTime(row.Arrival, row.Departure).TotalMilliseconds - SoakPlan.OfferedMs),
        ];
        using HttpResponseMessage heap = await _client.PostAsync(new Uri(server.Address, ControlPaths.Heap), content: null);
        long live = await heap.Content.ReadFromJsonAsync<long>();
        return new ServerSample(Answered, failed, server.Footprint, live, SampleStatistics.Median(errors));
    }
}

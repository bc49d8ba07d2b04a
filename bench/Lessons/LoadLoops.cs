using System.Diagnostics;
using Fixtures.Latency;

namespace Benchmarks.Lessons;

/// <summary>Two ways to put load on a server and to time its responses. They return milliseconds for each request, in order.</summary>
internal static class LoadLoops
{
    /// <summary>Sends a request, waits for the response, sends the next one. The clock starts when a request is sent.</summary>
    public static async Task<double[]> ClosedAsync(HttpClient client, IReadOnlyList<Uri> requests, TimeSpan period, ILatencyClock clock)
    {
        double[] times = new double[requests.Count];
        for (int i = 0; i < times.Length; i++)
        {
            long sent = Stopwatch.GetTimestamp();
            (await client.GetAsync(requests[i])).Dispose();
            times[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        }

        return times;
    }

    /// <summary>Sends one request in each period, without waiting for responses. The clock starts when a request is due.</summary>
    public static async Task<double[]> OpenAsync(HttpClient client, IReadOnlyList<Uri> requests, TimeSpan period, ILatencyClock clock)
    {
        long start = Stopwatch.GetTimestamp();
        return await Task.WhenAll(requests.Select(async (request, i) =>
        {
            TimeSpan due = i * period;
            await clock.DelayAsync(due - Stopwatch.GetElapsedTime(start), CancellationToken.None);
            (await client.GetAsync(request)).Dispose();
            return (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
        }));
    }
}

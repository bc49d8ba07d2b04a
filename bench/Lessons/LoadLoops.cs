using System.Diagnostics;
using Fixtures.Latency;

namespace Benchmarks.Lessons;

/// <summary>Two ways of putting load on a server, and of timing its answers. Milliseconds for each request, in order.</summary>
internal static class LoadLoops
{
    /// <summary>Asks, waits for the answer, asks again: the clock starts when a request is sent.</summary>
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

    /// <summary>Asks once in every period, whether the answers are there or not: the clock starts when a request is due.</summary>
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

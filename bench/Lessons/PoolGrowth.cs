namespace Benchmarks.Lessons;

/// <summary>
/// How fast the thread pool grows while each of its threads blocks on a task immediately.
/// </summary>
/// <remarks>
/// From the runtime's source, System.Threading.PortableThreadPool.Blocking.cs, with its default settings: the minimum and as many threads
/// as there are cores start at once. Before each further thread, the pool waits: 25 ms at first, 25 ms longer after every <i>cores</i>
/// threads, at most 250 ms.
/// </remarks>
internal static class PoolGrowth
{
    private const double StepMs = 25;
    private const double MostMs = 250;

    /// <summary>With the settings of this process. A child process has the same.</summary>
    public static double MsUntil(int threads)
    {
        ThreadPool.GetMinThreads(out int minimum, out _);
        return MsUntil(threads, minimum, Environment.ProcessorCount);
    }

    /// <param name="threads">The number of threads to reach.</param>
    /// <param name="minimum">The pool's minimum; by default the number of cores.</param>
    public static double MsUntil(int threads, int minimum, int cores) =>
        Enumerable.Range(0, Math.Max(0, threads - minimum - cores)).Sum(added => Math.Min(MostMs, StepMs * (1 + (added / cores))));

    /// <summary>
    /// How long N calls take if each blocks a thread until its timer or response is processed, which also needs a thread. These are in the
    /// pool's queue behind the calls that have not started, so the first call ends only with thread N + 1. Requests on open connections are
    /// such calls. A new connection is opened by that thread, so its request is not sent earlier.
    /// </summary>
    public static double MsOfBlocked(int requests, double latencyMs) => Math.Max(MsUntil(requests + 1), MsUntil(requests) + latencyMs);
}

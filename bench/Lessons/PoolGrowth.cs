namespace Benchmarks.Lessons;

/// <summary>
/// How soon the thread pool has so many threads, while each of them blocks on a task as soon as it exists.
/// </summary>
/// <remarks>
/// From the runtime's source, System.Threading.PortableThreadPool.Blocking.cs, with its default settings: the minimum and as many
/// as there are cores come at once; before each further one the pool waits, 25 ms at first and 25 ms longer after as many as there
/// are cores, but at most 250 ms.
/// </remarks>
internal static class PoolGrowth
{
    private const double StepMs = 25;
    private const double MostMs = 250;

    /// <summary>In this process's settings, which a child has, too.</summary>
    public static double MsUntil(int threads)
    {
        ThreadPool.GetMinThreads(out int minimum, out _);
        return MsUntil(threads, minimum, Environment.ProcessorCount);
    }

    /// <param name="threads">That many have to be there.</param>
    /// <param name="minimum">The pool's minimum; by default the number of cores.</param>
    public static double MsUntil(int threads, int minimum, int cores) =>
        Enumerable.Range(0, Math.Max(0, threads - minimum - cores)).Sum(added => Math.Min(MostMs, StepMs * (1 + (added / cores))));

    /// <summary>
    /// How long N requests take that block a thread each, until replies which themselves need a thread have come: these stand in the
    /// pool's queue behind the requests that have not begun, so that one thread more than N is needed before the first one ends.
    /// </summary>
    public static double MsOfBlocked(int requests, double latencyMs) => Math.Max(MsUntil(requests + 1), MsUntil(requests) + latencyMs);
}

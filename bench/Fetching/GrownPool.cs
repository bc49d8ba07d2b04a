namespace Benchmarks.Fetching;

/// <summary>
/// The warm pool of a strategy that blocks pool threads: one that has grown to a thread for each request, as a process's pool has
/// after some time under that load. To wait for the growth would take a minute, and leave its end to chance;
/// what the growth itself costs shows the operation that is watched in a fresh process.
/// </summary>
public sealed class GrownPool : IDisposable
{
    private static readonly Lock s_gate = new();
    private int _more;

    private GrownPool(int more) => Grow(_more = more);

    /// <summary>Lets the pool grow at once, until disposed; does nothing for a strategy that blocks no pool thread.</summary>
    public static GrownPool For(StrategyDescriptor strategy, int requests) =>
        new(strategy.Threads == ThreadUse.PoolBlocked ? strategy.PeakInFlight(requests) : 0);

    public void Dispose() => Grow(-Interlocked.Exchange(ref _more, 0));

    /// <summary>By a difference, so that two at a time do not undo each other.</summary>
    private static void Grow(int by)
    {
        lock (s_gate)
        {
            ThreadPool.GetMinThreads(out int workers, out int ports);
            ThreadPool.SetMinThreads(workers + by, ports);
        }
    }
}

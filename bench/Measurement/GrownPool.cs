using Benchmarks.Fetching;

namespace Benchmarks.Measurement;

/// <summary>
/// The warm pool of a strategy that blocks pool threads: one that has grown to a thread for each request, as a process's pool has
/// after some time under that load. To wait for the growth would take a minute, and leave its end to chance;
/// what the growth itself costs shows the operation that is watched in a fresh process.
/// </summary>
public sealed class GrownPool : IDisposable
{
    private readonly int _workers;
    private readonly int _ports;

    private GrownPool(int more)
    {
        ThreadPool.GetMinThreads(out _workers, out _ports);
        ThreadPool.SetMinThreads(_workers + more, _ports);
    }

    /// <summary>Lets the pool grow at once, until disposed; does nothing for a strategy that blocks no pool thread.</summary>
    public static GrownPool For(StrategyDescriptor strategy, int requests) =>
        new(strategy.Threads == ThreadUse.PoolBlocked ? strategy.PeakInFlight(requests) : 0);

    public void Dispose() => ThreadPool.SetMinThreads(_workers, _ports);
}

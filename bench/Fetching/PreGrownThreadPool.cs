using BenchGate.Errors;

namespace Benchmarks.Fetching;

/// <summary>
/// A thread pool that has grown to one thread for each request, as it does after some time if a strategy blocks its threads.
/// The growth itself takes a minute and differs each time, so this class sets the size at once.
/// A separate operation in a new process shows what the growth costs.
/// </summary>
public sealed class PreGrownThreadPool : IDisposable
{
    private static readonly Lock s_gate = new();
    private int _more;

    private PreGrownThreadPool(int more) => Grow(_more = more);

    /// <summary>Enlarges the pool at once, until disposed. Does nothing for a strategy that blocks no pool thread.</summary>
    /// <exception cref="UsageException">The pool cannot have so many threads, so the strategy would wait for ever.</exception>
    public static PreGrownThreadPool For(StrategyDescriptor strategy, int requests)
    {
        ThreadPoolLimit.Require(strategy, requests);
        return new(ThreadPoolLimit.BlockedBy(strategy, requests));
    }

    public void Dispose() => Grow(-Interlocked.Exchange(ref _more, 0));

    /// <summary>Adds a difference, so that two instances at the same time do not undo each other.</summary>
    private static void Grow(int by)
    {
        lock (s_gate)
        {
            ThreadPool.GetMinThreads(out int workers, out int ports);
            ThreadPool.SetMinThreads(workers + by, ports);
        }
    }
}

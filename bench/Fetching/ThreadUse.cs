namespace Benchmarks.Fetching;

/// <summary>Which threads a fetch strategy uses, and whether they are blocked while it waits for a response.</summary>
public enum ThreadUse
{
    /// <summary>Threads of the pool, and no thread while it waits.</summary>
    Pool,

    /// <summary>Only the caller's thread, which is blocked until everything is fetched.</summary>
    Caller,

    /// <summary>One blocked thread of the pool for each request in flight, so the pool must have, or add, as many threads.</summary>
    PoolBlocked,

    /// <summary>A new thread for each request, blocked.</summary>
    OnePerRequest,
}

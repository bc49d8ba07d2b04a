namespace Benchmarks.Fetching;

/// <summary>Whose threads a fetch strategy uses, and whether they are blocked while an answer is awaited.</summary>
public enum ThreadUse
{
    /// <summary>The pool's, and none of them while it waits.</summary>
    Pool,

    /// <summary>Only the caller's, which is not given back before everything is fetched.</summary>
    Caller,

    /// <summary>One of the pool's for each request in flight, blocked: the pool must have, or grow, as many.</summary>
    PoolBlocked,

    /// <summary>A new one for each request, blocked.</summary>
    OnePerRequest,
}

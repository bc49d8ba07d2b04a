using System.Net;
using Fixtures.Model;

namespace Benchmarks.Fetching;

/// <summary>What a fetch strategy promises. Tests check it against a running server.</summary>
/// <param name="Id">In kebab-case. It never changes, because stored results use it as a key.</param>
/// <param name="Name">For people.</param>
/// <param name="UseWhen">One sentence.</param>
/// <param name="Schedule">How it sends the requests. The bound and the prediction are computed from it.</param>
/// <param name="Limit">The limit of its constructor: most requests in flight, 1 or more. Default null: it has no such limit.</param>
public sealed record StrategyDescriptor(string Id, string Name, string UseWhen, Schedule Schedule, int? Limit = null)
{
    /// <summary>Which threads read the responses; default: threads of the pool, which are not blocked.</summary>
    public ThreadUse Threads { get; init; } = ThreadUse.Pool;

    /// <summary>
    /// Whether the results become available in the order of the requests, without sorting them; default true.
    /// </summary>
    public bool KeepsOrder { get; init; } = true;

    /// <summary>The HTTP version that it needs, 1.1 (default) or 2.0.</summary>
    public Version Protocol { get; init; } = HttpVersion.Version11;

    /// <summary>True if it shows the cost of a mistake and must not be copied; default false.</summary>
    public bool IsAntiPattern { get; init; }

    /// <summary>
    /// Whether it blocks threads other than the caller's. If the pool has too few threads, it can stop making progress.
    /// </summary>
    public bool BlocksOthers => Threads is ThreadUse.PoolBlocked or ThreadUse.OnePerRequest;

    /// <summary>The most requests that the server sees at once, for an operation of <paramref name="requests"/>.</summary>
    public int PeakInFlight(int requests) => Schedule.Lanes(requests);

    /// <summary>
    /// The most connections that <paramref name="requests"/> open. It opens fewer if the first responses arrive before the last request is
    /// sent.
    /// </summary>
    public int ConnectionsOpened(int requests) => Schedule.ConnectionsOpened(requests);
}

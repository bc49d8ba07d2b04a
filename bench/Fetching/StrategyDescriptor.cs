using System.Net;
using Fixtures.Model;

namespace Benchmarks.Fetching;

/// <summary>What a fetch strategy promises; checked against a running server.</summary>
/// <param name="Id">Kebab-case and immutable: committed results are found by it.</param>
/// <param name="Name">For people.</param>
/// <param name="UseWhen">One sentence.</param>
/// <param name="Schedule">How it sends: what the bound and the prediction are computed from.</param>
public sealed record StrategyDescriptor(string Id, string Name, string UseWhen, Schedule Schedule)
{
    /// <summary>Whose threads read the answers; default the pool's, not blocked.</summary>
    public ThreadUse Threads { get; init; } = ThreadUse.Pool;

    /// <summary>
    /// Whether the results come to hand in the order of the requests, without being put in their places afterwards; default true.
    /// </summary>
    public bool KeepsOrder { get; init; } = true;

    /// <summary>The protocol that it must be served with, 1.1 (default) or 2.0.</summary>
    public Version Protocol { get; init; } = HttpVersion.Version11;

    /// <summary>True if it is here to show what it costs, not to be copied; default false.</summary>
    public bool IsAntiPattern { get; init; }

    /// <summary>
    /// Whether threads are blocked that were not the caller's, so that a pool without enough of them can bring it to a stand.
    /// </summary>
    public bool BlocksOthers => Threads is ThreadUse.PoolBlocked or ThreadUse.OnePerRequest;

    /// <summary>The most requests that the server sees at once when <paramref name="requests"/> are to be made.</summary>
    public int PeakInFlight(int requests) => Schedule.Lanes(requests);

    /// <summary>
    /// The most connections that <paramref name="requests"/> open; fewer if the first are answered before the last are sent.
    /// </summary>
    public int ConnectionsOpened(int requests) => Schedule.ConnectionsOpened(requests);
}

using Fixtures.Model;

namespace Benchmarks.Fetching;

/// <summary>What a fetch strategy promises; checked against a running server.</summary>
/// <param name="Id">Kebab-case and immutable: committed results are found by it.</param>
/// <param name="Name">For people.</param>
/// <param name="UseWhen">One sentence.</param>
/// <param name="Schedule">How it sends: what the bound and the prediction are computed from.</param>
public sealed record StrategyDescriptor(string Id, string Name, string UseWhen, Schedule Schedule)
{
    /// <summary>Whether a result of request i stands at place i without being put there afterwards.</summary>
    public bool KeepsOrder { get; init; } = true;

    /// <summary>The most requests that it has in flight when <paramref name="requests"/> are to be made.</summary>
    public int PeakInFlight(int requests) => Math.Min(requests, Schedule.Limit);
}

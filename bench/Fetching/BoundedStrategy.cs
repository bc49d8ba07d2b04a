using System.Globalization;

namespace Benchmarks.Fetching;

/// <summary>
/// A strategy with a bound of the user's choice. Its id has the bound, <c>semaphore-slim:10</c>, so its results are never mixed with those
/// of another bound.
/// </summary>
/// <param name="strategy">The strategy with that bound.</param>
/// <param name="bound">The largest number of requests in flight, 1 or more.</param>
public sealed class BoundedStrategy(IFetchStrategy strategy, int bound) : IFetchStrategy
{
    /// <summary>Between the id of a strategy and its bound.</summary>
    public const char Separator = ':';

    public StrategyDescriptor Descriptor { get; } = strategy.Descriptor with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{strategy.Descriptor.Id}{Separator}{bound}"),
        Name = string.Create(CultureInfo.InvariantCulture, $"{strategy.Descriptor.Name}, {bound} at a time"),
    };

    public HttpClient CreateClient() => strategy.CreateClient();

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) => strategy.FetchAsync(work, cancellation);
}

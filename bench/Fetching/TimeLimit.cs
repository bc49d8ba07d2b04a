using System.Globalization;

namespace Benchmarks.Fetching;

/// <summary>Runs a strategy that might stand still, such as one that waits for threads which the pool does not have.</summary>
public static class TimeLimit
{
    /// <summary>Fetches, but gives up after <paramref name="limit"/>.</summary>
    /// <exception cref="TimeoutException">It did not finish; the message says who, how many requests, and in what time.</exception>
    public static async Task<FetchResult[]> FetchWithinAsync(this IFetchStrategy strategy, FetchWork work, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        try
        {
            return await strategy.FetchAsync(work, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (stop.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{strategy.Descriptor.Id} did not finish {work.Requests.Count} requests within {limit.TotalSeconds} s."), late);
        }
    }
}

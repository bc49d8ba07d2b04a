using System.Globalization;

namespace Benchmarks.Fetching;

/// <summary>Runs a strategy that may never finish, for example because it waits for threads that the pool does not have.</summary>
public static class TimeLimit
{
    /// <summary>Fetches, and throws after <paramref name="limit"/>.</summary>
    /// <exception cref="TimeoutException">It did not finish. The message has the strategy, the number of requests and the
    /// limit.</exception>
    public static async Task<FetchResult[]> FetchWithinAsync(this IFetchStrategy strategy, FetchWork work, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        try
        {
            return await strategy.FetchAsync(work, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (stop.IsCancellationRequested)
        {
            throw new TimeoutException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{strategy.Descriptor.Id} did not finish {work.Requests.Count} requests within {limit.TotalSeconds} s."),
                late);
        }
    }
}

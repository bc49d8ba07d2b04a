using BenchGate.Errors;
using Benchmarks.Fetching;

namespace Benchmarks.Instrument.Limits;

/// <summary>Memory of the client's heap while requests wait for their responses, with the connections.</summary>
internal static class RequestMemory
{
    // No response may arrive before the heap is measured: connecting and sending 10,000 requests takes some seconds on two cores.
    private const double OfferedMs = 30_000;
    private static readonly TimeSpan s_toConnect = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_toConnectEach = TimeSpan.FromMicroseconds(500);

    /// <returns>The growth in live managed bytes, for each request of the operation.</returns>
    public static Task<double> BytesPerRequestAsync(IFetchStrategy strategy, int width, string server)
    {
        var goal = new FetchGoal("waiting", strategy, width, OfferedMs, Warmups: 0, Iterations: 1) { Server = server };
        return FetchTarget.UseAsync(goal, BytesPerRequestAsync);
    }

    private static async Task<double> BytesPerRequestAsync(FetchTarget target)
    {
        int width = target.Work.Requests.Count;
        using var abandon = new CancellationTokenSource();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Task<FetchResult[]> operation = target.Goal.Strategy.FetchAsync(target.Work, abandon.Token);
        await Task.Delay(s_toConnect + (width * s_toConnectEach), CancellationToken.None);
        long during = GC.GetTotalMemory(forceFullCollection: true);
        if (operation.IsCompleted)
            throw new ExpectedFailureException(
                $"{width} requests of {OfferedMs} ms did not wait: {operation.Exception?.InnerException?.Message}");

        await abandon.CancelAsync();
        await operation.ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return (double)(during - before) / width;
    }
}

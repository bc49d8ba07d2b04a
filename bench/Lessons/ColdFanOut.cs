using System.Diagnostics;
using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Recording;
using Benchmarks.Strategies;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Lessons;

/// <summary>A fan-out in a fresh process, whose thread pool has not grown yet.</summary>
internal static class ColdFanOut
{
    public const string First = "first";
    public const string Again = "again";
    public const string Threads = "threads";

    /// <summary>From the moment at which the pool had a thread for each request until the end of the first fan-out.</summary>
    public const string SinceAllStarted = "since all started";

    /// <summary>How long a subject blocks, as the lesson writes it: milliseconds, up to a minute.</summary>
    /// <exception cref="UsageException">It is not such a number.</exception>
    public static TimeSpan WaitOf(string ms) =>
        double.TryParse(ms, NumberStyles.Float, CultureInfo.InvariantCulture, out double wait) && wait is > 0 and <= 60_000
            ? TimeSpan.FromMilliseconds(wait)
            : throw new UsageException($"The subject blocks for '{ms}' ms; allowed is a number above 0 up to 60000.");

    public static UsageException Unknown(string subject) => new($"The lesson has no subject '{subject}', or it needs --server.");

    /// <summary>
    /// Launches several subjects at the same time, each once. Starving processes use little processor time, so they do
    /// not disturb each other.
    /// </summary>
    public static async Task<T[]> SideBySideAsync<T>(IReadOnlyList<string> subjects, Func<string, Task<T>> launch)
    {
        var launched = subjects.Distinct(StringComparer.Ordinal).ToDictionary(subject => subject, launch, StringComparer.Ordinal);
        return await Task.WhenAll(subjects.Select(subject => launched[subject]));
    }

    /// <summary>Fetches once with a cold pool and once more. One request before makes the code warm.</summary>
    /// <param name="onThePool">Whether a pool thread starts the requests, or another thread, like a program's main thread.</param>
    /// <param name="connected">Whether the connections for all requests are opened before.</param>
    public static async Task<IReadOnlyDictionary<string, double>> TwiceAsync(
        IFetchStrategy strategy, Uri server, int count, bool onThePool = false, bool connected = false)
    {
        var plan = new RequestPlan("/api/v2/pokemon/{n}", 1, count);
        using var work = FetchWork.For(strategy, new ServerAddresses(server, server), plan, plan.Numbers);
        await strategy.FetchAsync(work with { Requests = [work.Requests[0]] }, CancellationToken.None);
        if (connected)
            await new WhenAll().FetchAsync(work, CancellationToken.None);
        return await TwiceAsync(FetchAsync, count, onThePool);

        async Task FetchAsync()
        {
            FetchResult[] results = await strategy.FetchAsync(work, CancellationToken.None);
            if (results.Length != count || results.Any(result => result is not { Status: 200, Name: not null }))
                throw new ExpectedFailureException($"{strategy.Descriptor.Id} fetched wrong content.");
        }
    }

    /// <summary>The same without a server: each call blocks for <paramref name="wait"/>.</summary>
    public static Task<IReadOnlyDictionary<string, double>> TwiceAsync(
        int count, Action<TimeSpan> block, TimeSpan wait, bool onThePool = false) =>
        TwiceAsync(() => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => block(wait)))), count, onThePool);

    /// <returns>Both times in milliseconds, the number of the pool's threads after the first, and the pool's growth.</returns>
    private static async Task<IReadOnlyDictionary<string, double>> TwiceAsync(Func<Task> fanOut, int count, bool onThePool)
    {
        long start = Stopwatch.GetTimestamp();
        using var watch = new ThreadPoolWatch(PoolSteps.Watched);
        double firstMs = await TimeAsync();
        double endMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        int threads = ThreadPool.ThreadCount;
        double againMs = await TimeAsync();
        IReadOnlyList<double> reachedMs = watch.End();
        var figures = PoolSteps.Figures(reachedMs).ToDictionary(StringComparer.Ordinal);
        (figures[First], figures[Threads], figures[Again]) = (firstMs, threads, againMs);
        if (reachedMs.Count >= count)
            figures[SinceAllStarted] = endMs - reachedMs[count - 1];
        return figures;

        async Task<double> TimeAsync()
        {
            long begun = Stopwatch.GetTimestamp();
            await (onThePool
                ? Task.Run(fanOut)
                : Task.Factory.StartNew(fanOut, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
    }
}

using System.Globalization;
using BenchGate.Errors;
using Fixtures.Server;

namespace Benchmarks.Fetching;

/// <summary>
/// The largest number of threads that the pool may have. A strategy that blocks a pool thread for each request needs one thread more: the
/// thread that completes a request. Without that thread it waits for ever, and no time limit ends it, because that needs a thread, too.
/// </summary>
public static class ThreadPoolLimit
{
    /// <summary>The variable that sets it, a hexadecimal number.</summary>
    public const string Variable = "ThreadPool_ForceMaxWorkerThreads";

    /// <summary>Of this process.</summary>
    public static int Here
    {
        get
        {
            ThreadPool.GetMaxThreads(out int most, out _);
            return most;
        }
    }

    /// <summary>Of a process that gets these environment variables in addition to those of this process.</summary>
    public static int With(IReadOnlyDictionary<string, string> variables) => RuntimeVariables.Prefixes
        .Select(prefix => RuntimeVariables.Value(variables.GetValueOrDefault(prefix + Variable, "")))
        .Select(typed => int.TryParse(typed, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int most) ? most : 0)
        .FirstOrDefault(most => most > 0, Here);

    /// <summary>Throws if the strategy would wait for ever.</summary>
    /// <param name="requests">Of one operation.</param>
    /// <param name="most">Default: <see cref="Here"/>.</param>
    /// <exception cref="UsageException">The pool cannot have enough threads; the message has both numbers.</exception>
    public static void Require(StrategyDescriptor strategy, int requests, int? most = null) =>
        Require(strategy.Id, BlockedBy(strategy, requests), most);

    /// <summary>The same for any work.</summary>
    /// <param name="what">Its name, for the message.</param>
    /// <param name="blocked">How many threads of the pool it blocks at once; 0 is always allowed.</param>
    /// <inheritdoc cref="Require(StrategyDescriptor, int, int?)"/>
    public static void Require(string what, int blocked, int? most = null)
    {
        int allowed = most ?? Here;
        if (blocked < 1 || allowed > blocked)
            return;
        throw new UsageException(string.Create(
            CultureInfo.InvariantCulture,
            $"{what} blocks {blocked} threads of the pool and needs one more, but the pool may have at most {allowed}, so it would wait "
            + $"for ever; allow at least {blocked + 1} (DOTNET_{Variable}={blocked + 1:X}, hexadecimal), or unset the variable."));
    }

    /// <summary>The largest number of requests that the strategy can have in flight in this process, at most <paramref name="wanted"/>.
    /// At least 1.</summary>
    public static int MostRequests(StrategyDescriptor strategy, int wanted) =>
        BlockedBy(strategy, wanted) < Here ? wanted : Math.Max(1, Here - 1);

    /// <summary>How many threads of the pool the strategy blocks at once; 0 if it blocks none.</summary>
    internal static int BlockedBy(StrategyDescriptor strategy, int requests) =>
        strategy.Threads == ThreadUse.PoolBlocked ? strategy.PeakInFlight(requests) : 0;
}

using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Fetching;

namespace Benchmarks.Strategies;

/// <summary>The strategies whose bound a user can choose: those whose constructor takes a limit.</summary>
public static class BoundedStrategies
{
    /// <summary>The largest bound. A scenario has no more requests.</summary>
    public const int Most = 100_000;

    private static readonly Func<int, IFetchStrategy>[] s_all =
    [
        limit => new SemaphoreSlimBounded(limit),
        limit => new ParallelForEachAsync(limit),
        limit => new ChannelWorkers(limit),
        limit => new ChunkWaves(limit),
        limit => new MaxConnectionsPerServer(limit),
    ];

    /// <summary>Their ids, without a bound.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. s_all.Select(make => make(1).Descriptor.Id)];

    /// <summary>The strategy with that bound. With the default bound it is the strategy itself, so that one thing has one id.</summary>
    /// <param name="id">One of <see cref="Ids"/>.</param>
    /// <param name="bound">The largest number of requests in flight, 1 to <see cref="Most"/>.</param>
    /// <exception cref="UsageException">The strategy has no bound, or the bound is out of range.</exception>
    public static IFetchStrategy WithBound(string id, int bound) =>
        WithBound(id, bound.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same, with a bound that was typed.</summary>
    /// <inheritdoc cref="WithBound(string, int)"/>
    internal static IFetchStrategy WithBound(string id, string bound)
    {
        IFetchStrategy usual = StrategyCatalog.Find(id);
        string typed = $"'{id}{BoundedStrategy.Separator}{bound}'";
        if (usual.Descriptor.Limit is null)
            throw new UsageException($"{typed}: {id} has no bound; these have one: {string.Join(", ", Ids)}.");
        int limit = Parse(bound) ?? throw new UsageException($"{typed}: {Allowed(bound)}.");
        return limit == usual.Descriptor.Limit
            ? usual
            : new BoundedStrategy(s_all.Select(make => make(limit)).First(one => one.Descriptor.Id == id), limit);
    }

    /// <summary>The bound, or null if the text is not a whole number from 1 to <see cref="Most"/>.</summary>
    internal static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int bound) && bound is >= 1 and <= Most ? bound : null;

    /// <summary>Says what is wrong with a bound that <see cref="Parse"/> refuses.</summary>
    internal static string Allowed(string bound) =>
        string.Create(CultureInfo.InvariantCulture, $"the bound is '{bound}'; allowed is a whole number from 1 to {Most}");
}

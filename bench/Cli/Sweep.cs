using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Cli;

/// <summary>
/// <c>--bounds</c>: measures the bounded strategies with several bounds. A range, <c>5..500</c>, is walked in steps of 1, 2 and 5 times a
/// power of ten, because twice the bound is half the time, and one request more is nothing.
/// </summary>
internal static class Sweep
{
    /// <summary>A run measures each bound in every round, so more of them would take too long.</summary>
    public const int MostBounds = 30;

    private const string Form = "FROM..TO or a list such as 5,10,20";
    private static readonly int[] s_steps = [1, 2, 5];

    /// <summary>The strategies, each one that has a bound once for each bound.</summary>
    /// <param name="strategies">Ids. Those without a bound stay as they are, to be compared with the others.</param>
    /// <param name="bounds">As it was typed.</param>
    /// <exception cref="UsageException">No strategy has a bound, one has a bound of its own already, or the text is not such a range or
    /// list.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> strategies, string bounds)
    {
        IReadOnlyList<int> all = Parse(bounds);
        if (strategies.FirstOrDefault(id => id.Contains(BoundedStrategy.Separator, StringComparison.Ordinal)) is { } own)
            throw new UsageException($"{own} has a bound of its own already; give either that or --bounds.");
        if (!strategies.Any(BoundedStrategies.Ids.Contains))
        {
            throw new UsageException("--bounds needs --strategies with at least one strategy that has a bound: "
                + string.Join(", ", BoundedStrategies.Ids) + ".");
        }

        return
        [
            .. strategies.SelectMany(id => BoundedStrategies.Ids.Contains(id)
                ? all.Select(bound => BoundedStrategies.WithBound(id, bound).Descriptor.Id)
                : [id]),
        ];
    }

    /// <summary>The bounds in rising order, each once.</summary>
    /// <exception cref="UsageException">The text is neither a range nor a list of bounds, or there are too many of them.</exception>
    public static IReadOnlyList<int> Parse(string text)
    {
        if (text.Split("..") is [var from, var to])
        {
            (int low, int high) = (Bound(from, text), Bound(to, text));
            return low <= high
                ? [low, .. Steps().Where(step => step > low && step < high), .. high > low ? (int[])[high] : []]
                : throw new UsageException($"--bounds is '{text}': {low} is above {high}; allowed is {Form}.");
        }

        int[] listed = [.. text.Split(',').Select(bound => Bound(bound, text)).Distinct().Order()];
        return listed.Length <= MostBounds
            ? listed
            : throw new UsageException($"--bounds has {listed.Length} bounds; allowed are at most {MostBounds}.");
    }

    private static int Bound(string bound, string text) => BoundedStrategies.Parse(bound)
        ?? throw new UsageException($"--bounds is '{text}': {BoundedStrategies.Allowed(bound)}, as {Form}.");

    private static IEnumerable<int> Steps()
    {
        for (int power = 1; power <= BoundedStrategies.Most; power *= 10)
        {
            foreach (int step in s_steps)
                yield return step * power;
        }
    }
}

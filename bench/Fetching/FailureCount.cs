using System.Globalization;

namespace Benchmarks.Fetching;

/// <summary>How many requests of an operation failed, by kind.</summary>
public static class FailureCount
{
    /// <summary>Counts by the failure's name, sorted by name; empty if nothing failed.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<FetchResult> results)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (FetchResult result in results.Where(result => result.Failure != FetchFailure.None))
        {
            string name = FetchFailures.NameOf(result);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts;
    }

    /// <summary>Reads what <see cref="ToText"/> wrote; null for an empty text.</summary>
    public static IReadOnlyDictionary<string, int>? Parse(string text) => text.Length == 0
        ? null
        : text
            .Split(", ")
            .Select(one => one.Split(' '))
            .ToDictionary(one => one[0], one => int.Parse(one[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary><c>stall 1, status-503 2</c>; empty for none.</summary>
    public static string ToText(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")));
}

using System.Globalization;
using Results.Charts;
using Results.Formatting;
using Results.Gate;
using Results.Records;
using Results.Statistics;

namespace Results.Pages.History;

/// <summary>Makes drawable strips from trends.</summary>
public static class TrendStrips
{
    /// <summary>Only the last runs are drawn: more could not be told apart and would make the page large.</summary>
    public const int MostRuns = 100;

    private const int LongestCold = 28;

    /// <summary>A strip for each trend.</summary>
    public static IReadOnlyList<TrendStrip> Of(IReadOnlyList<CaseTrend> trends) => [.. trends.Select(Of)];

    private static TrendStrip Of(CaseTrend trend)
    {
        int skipped = Math.Max(0, trend.Points.Count - MostRuns);
        List<int> starts = [skipped, .. trend.Changes.Select(change => change.Index).Where(index => index > skipped), trend.Points.Count];
        return new(
            trend.Regime == Regimes.Warm ? PlainLabel.Of(trend.Case) : PlainLabel.Of(trend.Case, LongestCold) + ", cold",
            [.. trend.Points.Select((point, i) => RunOf(trend, point, i)).Skip(skipped)],
            [.. starts.Zip(
                starts.Skip(1),
                (first, next) => new TrendLevel(
                    first + 1,
                    next,
                    SampleStatistics.Median([.. trend.Points.Skip(first).Take(next - first).Select(point => point.MedianNs)])!.Value))]);
    }

    private static TrendRun RunOf(CaseTrend trend, TrendPoint point, int index) => new(
        index + 1,
        point.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        point.Commit is { } commit ? PlainText.OneLine(commit[..Math.Min(12, commit.Length)]) : null,
        point.MedianNs,
        ChangeAt(trend, index));

    private static string? ChangeAt(CaseTrend trend, int index)
    {
        string[] words =
        [
            .. trend.Changes.Where(change => change.Index == index).Select(change => VerdictReason.Change(Math.Log(1 + change.Share))),
            .. trend.Changes
                .Where(change => change.Recovered == index)
                .Select(change => $"recovered from run {Figures.Whole(change.Index + 1)}"),
        ];
        return words.Length == 0 ? null : string.Join(", ", words);
    }
}

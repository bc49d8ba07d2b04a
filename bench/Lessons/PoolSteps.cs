using System.Globalization;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>The growth of a launch's thread pool, among the figures that the launch prints.</summary>
internal static class PoolSteps
{
    private const string Figure = "threads by ms ";

    /// <summary>Sampling interval: a tenth of the pool's shortest wait before it adds a thread.</summary>
    public static TimeSpan Watched { get; } = TimeSpan.FromMilliseconds(2.5);

    /// <param name="reachedMs">The times at which the pool had one thread, two threads and so on.</param>
    public static IEnumerable<KeyValuePair<string, double>> Figures(IReadOnlyList<double> reachedMs) =>
        reachedMs.Select((ms, i) => KeyValuePair.Create(Figure + (i + 1).ToString(CultureInfo.InvariantCulture), ms));

    /// <summary>Reads the steps from the figures of a launch and adds the predicted times.</summary>
    public static IReadOnlyList<GrowthStep> Of(IReadOnlyDictionary<string, double> figures) =>
    [
        .. figures.Where(figure => figure.Key.StartsWith(Figure, StringComparison.Ordinal))
            .Select(figure => (Threads: int.Parse(figure.Key[Figure.Length..], CultureInfo.InvariantCulture), Ms: figure.Value))
            .OrderBy(step => step.Threads)
            .Select(step => new GrowthStep(step.Threads, step.Ms, PoolGrowth.MsUntil(step.Threads))),
    ];
}

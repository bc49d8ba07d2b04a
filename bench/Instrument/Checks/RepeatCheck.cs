using System.Diagnostics;
using BenchGate.Measuring;
using Benchmarks.Fetching;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Instrument.Checks;

/// <summary>A/A: compares a case with itself, in pairs of drawn order. The instrument causes any difference.</summary>
public static class RepeatCheck
{
    /// <summary>
    /// Difference of the two medians. The standard error of a median of n values is about 1.25 s / √n. With s = 15 %, as for a fan-out
    /// of a few milliseconds, and n = 40, the standard error of the difference is 4 %, and equal sides pass 98 times in 100.
    /// </summary>
    public static CheckBound DifferencePercent { get; } = CheckBound.AtMost(10);

    /// <summary>
    /// Interquartile range / median of the side where it is larger. A fan-out of 150 at the standard profile has 20 % on two quiet cores.
    /// </summary>
    public static CheckBound SpreadPercent { get; } = CheckBound.AtMost(50);

    /// <param name="strategy">Both sides.</param>
    /// <param name="work">One operation.</param>
    /// <param name="pairs">Operations of each side, at least 4. A coin decides which side of a pair is first.</param>
    /// <param name="difference">Bound of the medians' difference, percent of the smaller one.</param>
    /// <param name="spread">Bound of interquartile range / median, percent.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(
        IFetchStrategy strategy, FetchWork work, int pairs, CheckBound difference, CheckBound spread)
    {
        for (int i = 0; i < 4; i++)
            await strategy.FetchAsync(work, CancellationToken.None); // connects and compiles

        double[][] sides = [new double[pairs], new double[pairs]];
        var coin = new Random(1);
        for (int pair = 0; pair < pairs; pair++)
        {
            (sides[0][pair], sides[1][pair]) = await DrawnPair.MeasureAsync(coin, TimeAsync, TimeAsync);
        }

        double ratio = SampleStatistics.Median(sides[1])!.Value / SampleStatistics.Median(sides[0])!.Value;
        return
        [
            difference.Judge("aa-difference", 100 * (Math.Max(ratio, 1 / ratio) - 1), "%",
                "The same work differs from itself by this much, so smaller differences in this run mean nothing: "
                    + "measure on a quieter machine, or with more iterations."),
            spread.Judge("aa-spread", 100 * sides.Max(RelativeSpread), "%",
                "Repeated operations vary a lot, so medians of few iterations are uncertain: close other programs, or use more "
                    + "iterations (--iterationCount 30)."),
        ];

        async Task<double> TimeAsync()
        {
            long start = Stopwatch.GetTimestamp();
            await strategy.FetchAsync(work, CancellationToken.None);
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }
    }

    private static double RelativeSpread(double[] values) =>
        (SampleStatistics.Quantile(values, 0.75) - SampleStatistics.Quantile(values, 0.25))!.Value / SampleStatistics.Median(values)!.Value;
}

using Results.Gate;
using Tests.Calibration;
using Tests.Statistics;

namespace Tests.History;

/// <summary>A series of kept runs, to see when the history calls it changed.</summary>
/// <param name="Noise">Standard deviation of a run, as a share.</param>
/// <param name="Correlation">Of a run with the run before.</param>
public sealed record SimulatedTrend(double Noise, double Correlation)
{
    private static readonly GateRules s_rules = new();

    /// <summary>
    /// How many of the series of 60 unchanged runs are called changed at least once, when the history is read after each run.
    /// </summary>
    public Proportion Alarms(int series)
    {
        const int Runs = 60;
        int alarms = Enumerable.Range(0, series).AsParallel().Count(seed =>
        {
            double[] values = Draw(Runs, seed);
            return Enumerable.Range(1, Runs).Any(read => Changes(values[..read]).Count > 0);
        });
        return new(alarms, series);
    }

    /// <summary>
    /// The number of runs after which a change is found, at its place give or take three runs, for each series; null if it is not found.
    /// </summary>
    /// <param name="change">0.1 is 10 % slower, from the 21st of 50 runs on.</param>
    public IReadOnlyList<int?> Delays(double change, int series)
    {
        const int Runs = 50, Before = 20;
        return
        [
            .. Enumerable.Range(0, series).AsParallel().AsOrdered().Select(seed =>
            {
                double[] values = Draw(Runs, seed);
                for (int i = Before; i < Runs; i++)
                    values[i] *= 1 + change;
                return Enumerable.Range(1, Runs - Before).Cast<int?>().FirstOrDefault(
                    delay => Changes(values[..(Before + delay!.Value)]).Any(found => Math.Abs(found.Index - Before) <= 3));
            }),
        ];
    }

    private static IReadOnlyList<TrendChange> Changes(IReadOnlyList<double> values) => TrendChanges.Of(values, s_rules.Threshold);

    private double[] Draw(int runs, int seed) =>
        [.. Autoregression.Series(new Random(seed), runs, Correlation).Select(deviation => 1e8 * Math.Exp(Noise * deviation))];
}

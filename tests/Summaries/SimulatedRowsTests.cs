using MathNet.Numerics.Distributions;
using Results.Records;
using Results.Summaries;
using Tests.Pages;

namespace Tests.Summaries;

/// <summary>How often two equal rows are told apart, in runs whose truth is known.</summary>
public sealed class SimulatedRowsTests
{
    private const int Runs = 4_000;

    // 5 % of the runs and four standard deviations: sqrt(0.05 * 0.95 / 4000) is 0.34 %.
    private const double Most = 0.064;

    [Theory]
    [InlineData(0.01, 0, 0)]
    [InlineData(0.02, 0, 0)]
    [InlineData(0.08, 0, 0)]
    [InlineData(0.02, 10, 0.15)]
    [InlineData(0.02, 6, 0.30)]
    public void Equal_rows_are_told_apart_in_one_run_of_twenty_at_most(double betweenLaunches, int spell, double slower)
    {
        int told = Enumerable.Range(0, Runs).Count(seed => Row(betweenLaunches, spell, slower, 0, seed).Differs == true);
        Assert.InRange((double)told / Runs, 0, Most);
    }

    [Fact]
    public void A_difference_of_a_tenth_is_told_and_its_ratio_is_near()
    {
        CaseSummary[] rows = [.. Enumerable.Range(0, 500).Select(seed => Row(0.02, 0, 0, 0.1, seed))];
        Assert.InRange(rows.Count(row => row.Differs == true), 450, 500);
        double[] errors = [.. rows.Select(row => Math.Abs(Math.Log(row.Ratio!.Value / 1.1))).Order()];
        Assert.InRange(errors[(int)(0.95 * errors.Length)], 0.02, 0.05);
    }

    /// <summary>
    /// The second of two rows in five rounds of two iterations. Iterations differ by 3 %. The spell makes consecutive iterations of the run
    /// slower, beginning anywhere.
    /// </summary>
    private static CaseSummary Row(double betweenLaunches, int spell, double slower, double change, int seed)
    {
        const int Rounds = 5, Iterations = 2;
        var random = new Random(seed);
        int begin = random.Next(Rounds * Iterations * 2);
        List<CaseRecord> launches = [];
        for (int round = 1, at = 0; round <= Rounds; round++)
        {
            bool swap = random.Next(2) == 0;
            foreach (bool isBaseline in (bool[])[swap, !swap])
            {
                double level = 50e6 * (1 + (betweenLaunches * Normal.Sample(random, 0, 1))) * (isBaseline ? 1 : 1 + change);
                double[] iterations =
                [
                    .. Enumerable.Range(0, Iterations).Select(_ => level * (1 + (0.03 * Normal.Sample(random, 0, 1)))
                        * (at++ is var now && now >= begin && now < begin + spell ? 1 + slower : 1)),
                ];
                launches.Add(Samples.Micro(isBaseline ? "A" : "B", iterations) with { Baseline = isBaseline, Launch = round });
            }
        }

        return Summary.Of(Samples.Run([.. launches])).Single(row => !row.Baseline);
    }
}

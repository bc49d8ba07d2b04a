using MathNet.Numerics.LinearAlgebra;
using Results.Statistics;

namespace Tests.Statistics;

public class CorrelatedLevelTests
{
    [Theory]
    [InlineData(0, 7)]
    [InlineData(0.3, 2)]
    [InlineData(0.6, 10)]
    [InlineData(0.95, 5)]
    public void The_closed_form_is_generalized_least_squares(double correlation, int count)
    {
        double[] values = Autoregression.Series(new Random(count), count, 0.5);
        Matrix<double> inverse =
            Matrix<double>.Build.Dense(count, count, (i, j) => Math.Pow(correlation, Math.Abs(i - j))).Inverse();
        Vector<double> ones = Vector<double>.Build.Dense(count, 1);
        double information = ones * inverse * ones;
        double mean = ones * inverse * Vector<double>.Build.Dense(values) / information;
        Vector<double> rest = Vector<double>.Build.Dense(values) - (mean * ones);

        var level = new CorrelatedLevel(values);

        Assert.Equal(mean, level.Mean(correlation), 9);
        Assert.Equal(information, level.EffectiveCount(correlation), 9);
        Assert.Equal(
            Math.Sqrt(rest * inverse * rest / (count - 1)), new CorrelatedLevels(values).Deviation(correlation), 9);
    }

    [Fact]
    public void Without_correlation_it_is_the_mean_and_the_usual_deviation()
    {
        var levels = new CorrelatedLevels([1, 2, 6], [10, 14]);
        Assert.Equal([3, 12], levels.Levels.Select(level => level.Mean(0)));
        Assert.Equal([3, 2], levels.Levels.Select(level => level.EffectiveCount(0)));
        Assert.Equal(Math.Sqrt((14 + 8) / 3.0), levels.Deviation(0), 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void The_limit_is_above_the_true_correlation_in_95_of_100_histories_and_not_far(double correlation)
    {
        double[] limits =
        [
            .. Enumerable.Range(0, 200).Select(seed =>
            {
                var random = new Random(seed);
                return SerialCorrelation.UpperLimit(
                    [.. Enumerable.Range(0, 11).Select(_ => new CorrelatedLevels(Autoregression.Series(random, 12, correlation)))]);
            }),
        ];
        Assert.InRange(limits.Count(limit => limit >= correlation), 180, 200);
        Assert.InRange(limits.Average() - correlation, 0.02, 0.25);
    }

    [Fact]
    public void Copies_teach_no_correlation()
    {
        Assert.Equal(0.95, SerialCorrelation.UpperLimit(new CorrelatedLevels([7.1, 7.1, 7.1])));
        var varied = new CorrelatedLevels(Autoregression.Series(new Random(1), 40, 0));
        Assert.Equal(SerialCorrelation.UpperLimit(varied), SerialCorrelation.UpperLimit(varied, new CorrelatedLevels([0.1, 0.1, 0.1])));
        Assert.Equal(0, new CorrelatedLevels([0.1, 0.1, 0.1], [0.7, 0.7]).Deviation(0.5), 9);
    }
}

using MathNet.Numerics.Distributions;

namespace Tests.Statistics;

/// <summary>Draws series whose values are correlated with the value before.</summary>
internal static class Autoregression
{
    /// <summary>A first-order autoregression of mean 0 and deviation 1.</summary>
    /// <param name="correlation">Of a value with the one before; 0 to below 1.</param>
    /// <param name="draw">One value of mean 0 and deviation 1; null for a normal one.</param>
    public static double[] Series(Random random, int count, double correlation, Func<Random, double>? draw = null)
    {
        draw ??= Standard;
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = i == 0 ? draw(random) : (correlation * values[i - 1]) + (Math.Sqrt(1 - (correlation * correlation)) * draw(random));
        return values;
    }

    public static double Standard(Random random) => Normal.Sample(random, 0, 1);

    /// <summary>Student's t with four degrees of freedom, scaled to deviation 1: now and then a value far outside.</summary>
    public static double HeavyTailed(Random random) => StudentT.Sample(random, 0, 1, 4) / Math.Sqrt(2);
}

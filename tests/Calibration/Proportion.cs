using Results.Statistics;

namespace Tests.Calibration;

/// <summary>How often something was seen.</summary>
public sealed record Proportion(int Seen, int Of)
{
    /// <summary>Between 0 and 1; 0 of 0 is null, not 0.</summary>
    public double? Rate => Of == 0 ? null : (double)Seen / Of;

    /// <summary>
    /// The 95 % interval of the rate (Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference").
    /// </summary>
    public (double Lower, double Upper)? Interval
    {
        get
        {
            if (Rate is not { } rate)
                return null;
            double z = Quantiles.Normal(0.975);
            (double n, double z2) = ((double)Of, z * z);
            double centre = (rate + (z2 / (2 * n))) / (1 + (z2 / n));
            double half = z / (1 + (z2 / n)) * Math.Sqrt((rate * (1 - rate) / n) + (z2 / (4 * n * n)));
            return (Math.Max(0, centre - half), Math.Min(1, centre + half));
        }
    }

    public static Proportion operator +(Proportion left, Proportion right) => new(left.Seen + right.Seen, left.Of + right.Of);

    public static Proportion Add(Proportion left, Proportion right) => left + right;
}

namespace Results.Statistics;

/// <summary>
/// The interval of a share that was counted (Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference").
/// </summary>
public static class Wilson
{
    private const double Confidence = 0.95;

    /// <summary>The 95 % interval of the share, each end from 0 to 1.</summary>
    /// <param name="seen">How often it was seen, from 0 to <paramref name="of"/>.</param>
    /// <param name="of">How often it was looked for, from 1.</param>
    public static (double Lower, double Upper) Interval(int seen, int of)
    {
        double z = Quantiles.Normal((1 + Confidence) / 2), z2 = z * z, share = (double)seen / of;
        double center = (share + (z2 / (2 * of))) / (1 + (z2 / of));
        double half = z / (1 + (z2 / of)) * Math.Sqrt((share * (1 - share) / of) + (z2 / (4.0 * of * of)));
        return (Math.Max(0, center - half), Math.Min(1, center + half));
    }
}

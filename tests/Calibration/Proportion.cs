using Results.Statistics;

namespace Tests.Calibration;

/// <summary>How often something was seen.</summary>
public sealed record Proportion(int Seen, int Of)
{
    /// <summary>Between 0 and 1; 0 of 0 is null, not 0.</summary>
    public double? Rate => Of == 0 ? null : (double)Seen / Of;

    /// <summary>The 95 % interval of the rate; null for 0 of 0.</summary>
    public (double Lower, double Upper)? Interval => Of == 0 ? null : Wilson.Interval(Seen, Of);

    public static Proportion operator +(Proportion left, Proportion right) => new(left.Seen + right.Seen, left.Of + right.Of);

    public static Proportion Add(Proportion left, Proportion right) => left + right;
}

namespace Results.Gate;

/// <summary>The smallest useful number of pairs: with fewer, even a large change with a small spread cannot be called Slower.</summary>
public static class SmallestPairs
{
    /// <summary>The smallest n with which a signed-rank test under Holm can reject: cases / 2^n &lt;= alpha.</summary>
    public static int For(int cases, GateRules rules) => (int)Math.Ceiling(Math.Log2(Math.Max(1, cases) / rules.Alpha));
}

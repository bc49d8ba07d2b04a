namespace Results.Gate;

/// <summary>The gate's own floor: with fewer pairs no spread, however small, and no change, however large, can be called Slower.</summary>
public static class SmallestPairs
{
    /// <summary>Pairs from which a signed-rank test under Holm can reject at all: the least n with cases / 2^n &lt;= alpha.</summary>
    public static int For(int cases, GateRules rules) => (int)Math.Ceiling(Math.Log2(Math.Max(1, cases) / rules.Alpha));
}

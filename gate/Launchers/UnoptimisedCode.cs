namespace BenchGate.Launchers;

/// <summary>
/// Whether a launch measured code that the runtime had not optimised yet (tier 0 of tiered compilation). The rule looks at one launch
/// alone, so it cannot prefer a side.
/// </summary>
internal static class UnoptimisedCode
{
    /// <summary>
    /// Code of tier 0 is two to four times slower. Plain noise makes one launch in ten have an iteration above 1.25 times its last one, but
    /// hardly any has one above twice its last one.
    /// </summary>
    public const double Factor = 2;

    /// <param name="iterations">Times of the measured iterations in their order; at least one.</param>
    public static bool IsLikely(IReadOnlyList<double> iterations) => iterations.Max() > Factor * iterations[^1];
}

namespace Results.Records;

/// <summary>
/// The state of thread pool and connections in which a case was measured; it can change a result by a factor of 500, so
/// it is always printed.
/// </summary>
public static class Regimes
{
    /// <summary>The first operation of a fresh process.</summary>
    public const string Cold = "cold pool";

    /// <summary>After warm-up.</summary>
    public const string Warm = "warm pool";

    /// <summary>True for <see cref="Warm"/>, false for <see cref="Cold"/>.</summary>
    /// <exception cref="ArgumentException">There is no such regime.</exception>
    public static bool IsWarm(string regime) =>
        IsKnown(regime) ? regime == Warm : throw new ArgumentException($"'{regime}' is not a regime; it {Allowed}.", nameof(regime));

    /// <summary>The error text for an unknown regime.</summary>
    internal const string Allowed = $"must be '{Warm}' or '{Cold}'";

    internal static bool IsKnown(string regime) => regime is Warm or Cold;
}

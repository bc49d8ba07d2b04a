namespace Results.Records;

/// <summary>The largest numbers of a record. A larger one comes from a damaged file, and its ratios and sums would overflow.</summary>
internal static class RecordLimits
{
    /// <summary>
    /// The limit of nanoseconds and of bytes: 1e18 ns are 31 years, and no process has 1e18 bytes. The longest operation that a scenario
    /// allows, 100,000 requests of a minute each, takes 6e15 ns.
    /// </summary>
    public const double Most = 1e18;

    /// <summary>The limit of milliseconds, in a timeline.</summary>
    public const double MostMs = Most / 1e6;

    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "a finite number, 0 or more and at most 1E+18";

    /// <summary>Whether a time in nanoseconds, or a number of bytes, can be.</summary>
    public static bool Allows(double value) => value is >= 0 and <= Most;
}

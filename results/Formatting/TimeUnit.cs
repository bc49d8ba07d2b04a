namespace Results.Formatting;

/// <summary>One unit of time for a whole table, so that its rows can be compared at a glance.</summary>
/// <param name="Symbol">ns, µs, ms or s.</param>
/// <param name="Nanoseconds">Nanoseconds in one unit.</param>
/// <param name="Decimals">Enough for three digits of the smallest time.</param>
internal sealed record TimeUnit(string Symbol, double Nanoseconds, int Decimals)
{
    private static readonly (string Symbol, double Nanoseconds)[] s_units = [("s", 1e9), ("ms", 1e6), ("µs", 1e3), ("ns", 1)];

    /// <summary>The largest unit in which the smallest of the times is at least 1.</summary>
    public static TimeUnit For(IEnumerable<double?> timesNs)
    {
        double smallest = timesNs.Where(t => t > 0).Min() ?? 1e6;
        (string symbol, double size) = Array.Find(s_units, u => smallest >= u.Nanoseconds) is { Symbol: not null } found
            ? found
            : ("ns", 1);
        return new(symbol, size, smallest / size < 10 ? 2 : 1);
    }

    public string? Text(double? timeNs) => timeNs is { } t ? Figures.Fixed(t / Nanoseconds, Decimals) : null;

    public string? Text((double Lower, double Upper)? interval) =>
        interval is { } i ? $"{Text(i.Lower)} … {Text(i.Upper)}" : null;
}

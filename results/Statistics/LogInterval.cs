namespace Results.Statistics;

/// <summary>An interval of a log ratio.</summary>
public sealed record LogInterval(double Lower, double Upper);

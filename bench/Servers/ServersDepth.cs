namespace Benchmarks.Servers;

/// <summary>How long the hosts are compared.</summary>
/// <param name="Requests">Requests of one sequential operation without latency.</param>
/// <param name="Operations">Measured operations of each kind, after one that compiles.</param>
internal sealed record ServersDepth(int Requests, int Operations)
{
    /// <summary>Requests of the fan-out.</summary>
    public const int Width = 150;

    /// <summary>Offered latency of each of them, milliseconds: the second article's.</summary>
    public const double OfferedMs = 57.3;

    /// <summary>Some 10 s a host.</summary>
    public static ServersDepth Full { get; } = new(2_000, 31);
}

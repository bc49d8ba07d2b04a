namespace Benchmarks.Instrument.Servers;

/// <summary>How long the servers are compared.</summary>
/// <param name="Requests">Requests of one sequential operation without latency.</param>
/// <param name="Operations">Measured operations of each kind.</param>
/// <param name="Warmups">Operations before the measured ones, while the runtime recompiles code that is called often.</param>
internal sealed record ServersDepth(int Requests, int Operations, int Warmups)
{
    /// <summary>Requests of the fan-out.</summary>
    public const int Width = 150;

    /// <summary>Offered latency of each request, milliseconds, from the second article.</summary>
    public const double OfferedMs = 57.3;

    /// <summary>About two minutes for all.</summary>
    public static ServersDepth Full { get; } = new(2_000, 31, 12);
}

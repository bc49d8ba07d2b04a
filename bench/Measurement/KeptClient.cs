namespace Benchmarks.Measurement;

/// <summary>Makes the client that a benchmark keeps for all its operations, with HttpClient's own defaults as most programs have it.</summary>
internal static class KeptClient
{
    /// <summary>Called once a case. The gate's calibration puts clients with a known defect in its place.</summary>
    public static Func<HttpClient> Create { get; set; } = () => new HttpClient();
}

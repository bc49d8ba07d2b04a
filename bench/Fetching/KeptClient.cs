namespace Benchmarks.Fetching;

/// <summary>Makes the client that a benchmark keeps for all its operations, as its strategy wants it.</summary>
internal static class KeptClient
{
    /// <summary>Called once a case. The gate's calibration puts clients with a known defect in its place.</summary>
    public static Func<IFetchStrategy, HttpClient> Create { get; set; } = strategy => strategy.CreateClient();
}

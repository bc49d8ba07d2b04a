namespace Tests.Trials.Soak;

/// <summary>How long and how hard the server is loaded.</summary>
/// <param name="For">Time of the steady load; with <paramref name="Requests"/>, its time limit.</param>
/// <param name="Requests">The steady load ends after this number of responses; null loads for the whole time.</param>
/// <param name="Churn">Time in which connections are opened and dropped.</param>
/// <param name="Greedy">Time in which clients send and do not read.</param>
/// <param name="Wide">Whether 10,000 requests are held in flight at once, too.</param>
internal sealed record SoakPlan(TimeSpan For, long? Requests, TimeSpan Churn, TimeSpan Greedy, bool Wide)
{
    /// <summary>Requests in flight at any time in the steady load.</summary>
    public const int Width = 100;

    /// <summary>
    /// Offered latency, milliseconds: at most 10,000 requests a second, so that the load is steady and not the machine's limit.
    /// </summary>
    public const double OfferedMs = 10;

    /// <summary>Connections opened and dropped in a second.</summary>
    public const int ChurnPerSecond = 1_000;

    /// <summary>Clients that send and do not read.</summary>
    public const int GreedyClients = 8;

    private const int Samples = 60;

    /// <summary>Time between two measurements of the server: sixty measurements, but at least one every 15 s.</summary>
    public TimeSpan Interval =>
        Requests is null ? TimeSpan.FromSeconds(Math.Clamp(For.TotalSeconds / Samples, 0.1, 15)) : TimeSpan.FromSeconds(2);

    /// <summary>The plan of the published page, a million requests; or a steady load of this number of minutes.</summary>
    public static SoakPlan Of(double? minutes) =>
        new(TimeSpan.FromMinutes(minutes ?? 60), minutes is null ? 1_000_000 : null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5),
            Wide: true);
}

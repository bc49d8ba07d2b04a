namespace Results.Records;

/// <summary>One untimed operation that was watched request by request: what explains a case's time.</summary>
/// <param name="Regime">"cold pool": the first operation of a process of its own; "warm pool": after the timed ones.</param>
/// <param name="File">The whole timeline, relative to run.json.</param>
/// <param name="Figures">What can be read off it.</param>
public sealed record ObservedOperation(string Regime, string File, OperationFigures Figures);

/// <summary>What a timeline says in numbers; null where it does not say.</summary>
public sealed record OperationFigures
{
    /// <summary>First request sent to last body read; milliseconds.</summary>
    public double? MakespanMs { get; init; }

    /// <summary>Most requests sent and not yet read at the same time.</summary>
    public int? PeakInFlightClient { get; init; }

    /// <summary>Most requests arrived and not yet answered at the same time.</summary>
    public int? PeakInFlightServer { get; init; }

    /// <summary>Time average over the makespan, from the clients' side.</summary>
    public double? MeanInFlight { get; init; }

    public double? RequestsPerSecond { get; init; }

    /// <summary>Connections opened during the operation.</summary>
    public int? ConnectionsOpened { get; init; }

    /// <summary>Connections that carried at least one request.</summary>
    public int? ConnectionsUsed { get; init; }

    /// <summary>Threads of the client that read a body.</summary>
    public int? ClientThreads { get; init; }

    /// <summary>Most thread-pool threads that the client's process had.</summary>
    public int? PeakPoolThreads { get; init; }

    /// <summary>Response time, send to body read, over the requests; milliseconds.</summary>
    public double? ResponseP50Ms { get; init; }

    public double? ResponseP90Ms { get; init; }

    public double? ResponseP99Ms { get; init; }

    public double? ResponseMaxMs { get; init; }

    /// <summary>Managed bytes that the server's process allocated for each request, whatever else ran in it included.</summary>
    public double? ServerAllocatedBytesPerRequest { get; init; }
}

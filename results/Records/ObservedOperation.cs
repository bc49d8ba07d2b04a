namespace Results.Records;

/// <summary>One untimed operation that was watched request by request. It explains a case's time.</summary>
/// <param name="Regime">"cold pool": the first operation of its own process; "warm pool": after the timed operations.</param>
/// <param name="File">The whole timeline, relative to run.json.</param>
/// <param name="Figures">The figures of the timeline.</param>
public sealed record ObservedOperation(string Regime, string File, OperationFigures Figures);

/// <summary>The figures of a timeline; null for unknown ones.</summary>
public sealed record OperationFigures
{
    /// <summary>First request sent to last body read; milliseconds.</summary>
    public double? MakespanMs { get; init; }

    /// <summary>Largest number of requests that are sent and not yet read at the same time.</summary>
    public int? PeakInFlightClient { get; init; }

    /// <summary>Largest number of requests that have arrived and have no response yet, at the same time.</summary>
    public int? PeakInFlightServer { get; init; }

    /// <summary>Average over the makespan, on the client's side.</summary>
    public double? MeanInFlight { get; init; }

    public double? RequestsPerSecond { get; init; }

    /// <summary>Connections opened during the operation.</summary>
    public int? ConnectionsOpened { get; init; }

    /// <summary>Connections that carried at least one request.</summary>
    public int? ConnectionsUsed { get; init; }

    /// <summary>Threads of the client that read a body.</summary>
    public int? ClientThreads { get; init; }

    /// <summary>Largest number of thread pool threads of the client's process.</summary>
    public int? PeakPoolThreads { get; init; }

    /// <summary>Response time, send to body read, over the requests; milliseconds.</summary>
    public double? ResponseP50Ms { get; init; }

    public double? ResponseP90Ms { get; init; }

    /// <summary>Null if fewer than 100 requests completed.</summary>
    public double? ResponseP99Ms { get; init; }

    public double? ResponseMaxMs { get; init; }

    /// <summary>Managed bytes that the server's process allocated for each request, including all other work of this process.</summary>
    public double? ServerAllocatedBytesPerRequest { get; init; }
}

namespace Results.Records;

/// <summary>
/// One operation request by request, recorded once, outside the timed iterations. All times in milliseconds from the first request sent.
/// </summary>
public sealed record CaseTimeline
{
    public required string Case { get; init; }

    /// <summary>"cold pool" or "warm pool".</summary>
    public required string Regime { get; init; }

    public required IReadOnlyList<RequestSpan> Requests { get; init; }

    /// <summary>Connections opened during the operation, without kept connections.</summary>
    public required IReadOnlyList<ConnectionSpan> Connections { get; init; }

    /// <summary>Largest number of thread pool threads of the client's process during the operation.</summary>
    public int PeakPoolThreads { get; init; }

    /// <summary>Managed bytes that the server's process allocated during the operation; null if unknown.</summary>
    public double? ServerAllocatedBytes { get; init; }
}

/// <summary>One request from both sides; a time that was never reached is null.</summary>
/// <param name="Index">Order of sending, from 0.</param>
/// <param name="SentMs">The client sends.</param>
/// <param name="FirstByteMs">The client has the response headers.</param>
/// <param name="EndMs">The body is read.</param>
/// <param name="Thread">Managed id of the client thread that read the body.</param>
/// <param name="ArrivalMs">The server accepts the request.</param>
/// <param name="DepartureMs">Just before the server sends the first byte of the response.</param>
/// <param name="Connection">The server's name of the connection.</param>
public sealed record RequestSpan(
    int Index, double SentMs, double? FirstByteMs, double? EndMs, int? Thread,
    double? ArrivalMs, double? DepartureMs, string? Connection);

/// <summary>Set-up of a connection: from the accept of the server to the end of the connect delay.</summary>
public sealed record ConnectionSpan(string Connection, double OpenedMs, double? ReadyMs);

namespace Tests.Trials.Soak;

/// <summary>One measurement of the server under load.</summary>
/// <param name="Requests">Completed requests so far.</param>
/// <param name="Failed">Failed requests so far.</param>
/// <param name="Footprint">The resources of its process.</param>
/// <param name="LiveBytes">Managed memory in use after a full collection. Resident memory also includes memory that the runtime has not
/// released yet.</param>
/// <param name="LatencyErrorMs">Current median of service time − offered latency, milliseconds; null if no request
/// completed.</param>
internal sealed record ServerSample(long Requests, long Failed, ServerFootprint Footprint, long LiveBytes, double? LatencyErrorMs);

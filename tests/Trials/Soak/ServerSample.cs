namespace Tests.Trials.Soak;

/// <summary>One look at the server under load.</summary>
/// <param name="Requests">Answered so far.</param>
/// <param name="Failed">Failed so far.</param>
/// <param name="Footprint">What its process holds.</param>
/// <param name="LiveBytes">Managed memory that is still in use after a full collection: what resident memory cannot tell from what the
/// runtime has not given back yet.</param>
/// <param name="LatencyErrorMs">Median of service time − offered latency just now, milliseconds; null if nothing was answered
/// meanwhile.</param>
internal sealed record ServerSample(long Requests, long Failed, ServerFootprint Footprint, long LiveBytes, double? LatencyErrorMs);

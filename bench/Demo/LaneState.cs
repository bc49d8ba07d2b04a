namespace Benchmarks.Demo;

/// <summary>How far one strategy has come: what a frame of the picture is drawn from.</summary>
/// <param name="Name">The strategy's name, for people.</param>
/// <param name="Requests">Each request, in the order of sending.</param>
/// <param name="Elapsed">Since its start, or until its end if it is over; null before it starts.</param>
/// <param name="Over">Whether everything has been fetched.</param>
/// <param name="Peak">The most requests that were in flight at once so far.</param>
public sealed record LaneState(string Name, IReadOnlyList<RequestState> Requests, TimeSpan? Elapsed, bool Over, int Peak)
{
    public int Answered => Requests.Count(request => request == RequestState.Answered);

    public int InFlight => Requests.Count(request => request == RequestState.InFlight);
}

/// <summary>What has become of a request so far.</summary>
public enum RequestState
{
    NotSent,
    InFlight,
    Answered,
}

namespace Benchmarks.Demo;

/// <summary>The state of one strategy, from which a frame of the picture is drawn.</summary>
/// <param name="Name">The strategy's name, for people.</param>
/// <param name="Requests">Each request, in the order of sending.</param>
/// <param name="Elapsed">The time since its start, or its total time if it has finished; null before it starts.</param>
/// <param name="Over">Whether it has fetched everything.</param>
/// <param name="Peak">The most requests in flight at once so far.</param>
public sealed record LaneState(string Name, IReadOnlyList<RequestState> Requests, TimeSpan? Elapsed, bool Over, int Peak)
{
    public int Answered => Requests.Count(request => request == RequestState.Answered);

    public int InFlight => Requests.Count(request => request == RequestState.InFlight);
}

/// <summary>The state of one request.</summary>
public enum RequestState
{
    NotSent,
    InFlight,
    Answered,
}

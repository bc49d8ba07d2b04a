namespace Results.Pages.Report;

/// <summary>What the names of the instrument's checks mean, for a reader who meets them for the first time.</summary>
internal static class ValidityWords
{
    /// <summary>How a check's name begins, and the meaning.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> All =
    [
        ("neighbour", "processor time that others took: programs (cpu), or other machines on the same iron (steal). During these checks, or, with whole-run, during the run."),
        ("latency-error, latency-early", "how late the injected delays end: the middle one (median), and what only one in a hundred exceeds (p99). Early is how many ended before their time."),
        ("timer-step, timed-wait-overrun", "how fine the time stamps are, and how much too late a thread wakes that waits for 1 ms."),
        ("little", "Little's law: the server's own record of what was in flight / the response times that the clients recorded. Below 1 by what passes outside of the server."),
        ("aa", "the same work as both sides of a comparison: by how much the two medians differ, and how widely single operations scatter (spread)."),
        ("server-cpu-share, service-time-inflation", "while the widest fan-out is repeated: the server's part of all cores, and a request's time in the server / its offered latency."),
        ("peak-in-flight", "most requests under way at once, while the server holds its answers back: it must be what the strategy says of itself."),
    ];
}

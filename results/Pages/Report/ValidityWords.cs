namespace Results.Pages.Report;

/// <summary>What the names of the instrument's checks mean, for a new reader.</summary>
internal static class ValidityWords
{
    /// <summary>The beginning of a check's name, and its meaning.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> All =
    [
        ("neighbour", "processor time that others used: other programs (cpu), or other virtual machines on the same hardware (steal). It "
            + "covers these checks; with whole-run, it covers the run."),
        ("latency-error, latency-early", "how late the injected delays end: the median, and the value that one in a hundred exceeds "
            + "(p99; the longest delay, max, of fewer than 100). Early is the number of delays that ended too soon."),
        ("timer-step, timed-wait-overrun", "the resolution of the time stamps, and how late a thread wakes up after a wait of 1 ms."),
        ("little", "Little's law: the server's record of the requests in flight / the response times that the clients recorded. It is "
            + "below 1, because part of a response time passes outside the server."),
        ("aa", "a comparison of the same work with itself: the difference of the two medians, and how much single operations differ "
            + "(spread)."),
        ("server-cpu-share, service-time-inflation", "measured while the widest fan-out is repeated: the server's share of all cores, "
            + "and a request's time in the server / its offered latency."),
        ("peak-in-flight", "the largest number of requests in flight while the server holds back its responses. It must be the number "
            + "that the strategy promises."),
    ];
}

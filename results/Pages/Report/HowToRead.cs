namespace Results.Pages.Report;

/// <summary>The words of the tables, for a reader who meets them for the first time.</summary>
internal static class HowToRead
{
    /// <summary>Word and meaning.</summary>
    public static readonly IReadOnlyList<(string Word, string Meaning)> Words =
    [
        ("median, n", "the middle of n iterations. An iteration is one operation, the whole scenario fetched once; of a micro-benchmark, as many operations as can be timed together, divided by their number."),
        ("95 % interval of the mean", "Student's t-interval over the iterations of this run (BenchmarkDotNet prints 99.9 %). It knows nothing of the noise between runs."),
        ("ratio", "median of the row / median of its baseline: below 1 is faster. BenchmarkDotNet's own column is a mean of ratios."),
        ("speedup", "baseline / row: above 1 is faster. Given only where both make the same number of requests."),
        ("~", "this run's iterations cannot tell the row from its baseline (Welch's t-test, 5 %). report.csv keeps the number."),
        ("two rows that are close", "each case is measured in a process of its own, one after the other. A slow spell of the machine meets one row and not the next, and the interval does not know of it: a case may lose to its twin without a cause in the code. See how its iterationsNs in run.json wander, or run again. gate compares two versions of the code, and measures them by turns for this reason."),
        ("ideal", "no schedule can be faster: the delays alone, without any cost of client, server or network."),
        ("efficiency", "ideal / median, 1 at best. Sequential rows can be compared between machines. A wide fan-out with short delays is mostly processor time: compare it at the same profile only."),
        ("regime", "cold pool is a fresh process at its first operation, warm pool one after warm-up. The same code can differ many times over between them."),
        ("median ÷ scale", "the time as if the delays had not been compressed. The client's own cost is multiplied with them, so it comes out above what the article profile measures."),
        ("article, article's speedup", "what the article prints, measured in Python against the real site, and its figure for the baseline / its figure for the row."),
        ("–", "unknown, or it does not apply; never 0."),
    ];
}

namespace Results.Pages.Report;

/// <summary>The words of the tables, for a new reader.</summary>
internal static class HowToRead
{
    /// <summary>Word and meaning.</summary>
    public static readonly IReadOnlyList<(string Word, string Meaning)> Words =
    [
        ("median, n", "the middle value of n iterations. An iteration is one operation: it fetches the whole scenario once. In a "
            + "micro-benchmark, it is the time of many operations, divided by their number."),
        ("round", "every case is measured once in each round, in a new process. The order is drawn. So a slow minute of the machine "
            + "disturbs one round, and not one case alone."),
        ("95 % interval of the mean", "Student's t-interval over the rounds: each round gives one value, the median of its iterations. "
            + "It includes the noise between processes. (BenchmarkDotNet prints 99.9 %, over iterations.)"),
        ("ratio", "row / baseline: below 1 is faster. Each round gives one ratio, and this is their middle (Hodges-Lehmann). So it can "
            + "differ a little from the quotient of the medians. BenchmarkDotNet's own column is a mean of ratios."),
        ("speedup", "baseline / row: above 1 is faster. It is given only if both make the same number of requests."),
        ("~", "the rounds show no difference between the row and its baseline (paired t-test of the rounds' ratios, 5 %). report.csv has "
            + "the number."),
        ("two rows that are close", "of twenty pairs of equal rows, one shows a difference by chance. Compare two versions of the code "
            + "with gate: it measures both in turns."),
        ("ideal", "the time of the delays alone, without any cost of client, server or network. No schedule can be faster."),
        ("efficiency", "ideal / median; 1 is best. Sequential rows can be compared between machines. A wide fan-out with short delays is "
            + "mostly processor time: compare it at the same profile only."),
        ("regime", "cold pool is the first operation of a fresh process, warm pool an operation after the warm-up. The same code can "
            + "take many times longer in one than in the other."),
        ("p50, p90, p99, max", "the response time that 50, 90 or 99 % of the requests do not exceed, and the longest one. Between two "
            + "requests it is interpolated (Hyndman and Fan's type 7). p99 is given from 100 requests on; below that, look at max."),
        ("median ÷ scale", "the time with uncompressed delays. The client's own cost is multiplied, too, so the value is higher than "
            + "what the article profile measures."),
        ("article, article's speedup", "the time that the article prints, measured in Python against the real site; and its time for the "
            + "baseline / its time for the row."),
        ("–", "unknown, or it does not apply. It never means 0."),
    ];
}

using System.Globalization;
using Results.Formatting;
using Results.Records;

namespace Tests.Trials.Soak;

/// <summary>The growth under load, for each million requests. One small leaked object for each request would be 24 MB.</summary>
internal static class SoakTrends
{
    // Until then the runtime compiles, and allocates the memory and threads that it keeps.
    private const double Settling = 0.25;
    private const long SettlingRequests = 200_000;
    private const int FewestLooks = 8; // fewer prove nothing
    private const double Million = 1e6;
    private const double Megabyte = 1024 * 1024;

    /// <param name="samples">The first quarter of them is ignored, and so are samples before 200,000 responses.</param>
    public static IReadOnlyList<CheckRecord> Of(IReadOnlyList<ServerSample> samples)
    {
        ServerSample[] settled = [.. samples.Skip((int)(samples.Count * Settling)).SkipWhile(sample => sample.Requests < SettlingRequests)];
        return
        [
            Judge("soak-live-memory-growth", settled, sample => sample.LiveBytes / Megabyte, "MB per million requests", 0.5),
            Judge("soak-memory-growth", settled, sample => sample.Footprint.MemoryBytes / Megabyte, "MB per million requests", 8),
            Judge("soak-thread-growth", settled, sample => sample.Footprint.Threads, "threads per million requests", 1),
            Judge("soak-handle-growth", settled, sample => sample.Footprint.Handles, "handles per million requests", 1),
            Judge("soak-latency-error-growth", settled, sample => sample.LatencyErrorMs, "ms per million requests", 0.05),
        ];
    }

    /// <summary>Growth is shown only if the whole interval is above the bound: noise alone is not growth.</summary>
    private static CheckRecord Judge(string name, ServerSample[] samples, Func<ServerSample, double?> value, string unit, double most)
    {
        (double, double)[] known =
        [
            .. samples.Where(sample => value(sample) is not null).Select(sample => (sample.Requests / Million, value(sample)!.Value)),
        ];
        Trend? trend = known.Length < FewestLooks ? null : Trend.Of(known);
        string bound = string.Create(CultureInfo.InvariantCulture, $"<= {most}");
        if (trend is not null)
            bound += $", 95 % interval {Figures.Significant(trend.Lower)} … {Figures.Significant(trend.Upper)}";
        return new CheckRecord(name, trend?.Slope, unit, bound, trend is not null && trend.Lower <= most,
            trend is null
                ? "There were too few looks at the server: run it for longer."
                : "It grows with the requests: run it for longer, and if it stays look for what the server keeps of each of them.");
    }
}

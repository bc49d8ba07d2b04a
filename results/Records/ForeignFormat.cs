namespace Results.Records;

/// <summary>Recognises results of other tools, and other files of this suite, so that a refusal can say what the file is.</summary>
internal static class ForeignFormat
{
    // Every format shows itself in its first lines.
    private const int Beginning = 20_000;

    // All marks must be there. A mark that begins with ^ is the start of the text. Inside a JSON text a quote is escaped, so "NAME": is
    // always a field.
    private static readonly (string Name, string[] Marks)[] s_known =
    [
        ("BenchmarkDotNet's JSON, which only report and gate --reference read", ["\"HostEnvironmentInfo\":", "\"Benchmarks\":"]),
        ("BenchmarkDotNet's CSV", ["^Method,", "AnalyzeLaunchVariance"]),
        ("BenchmarkDotNet's CSV", ["^Method;", "AnalyzeLaunchVariance"]),
        ("BenchmarkDotNet's CSV of measurements", ["^Target", "Measurement_Value"]),
        ("BenchmarkDotNet's Markdown", ["BenchmarkDotNet v", "|"]),
        ("this suite's report.csv", ["^case,scenario,"]),
        ("this suite's report.csv", ["^case;scenario;"]),
        ("this suite's report.csv", ["^case\tscenario\t"]),
        ("this suite's gate-run.json", ["\"plannedPairs\":"]),
        ("this suite's gate.json", ["\"exitCode\":", "\"headline\":"]),
        ("this suite's lessons.json", ["\"lesson\":", "\"prediction\":"]),
        ("a history of this suite", ["\"identity\":", "\"sourceHash\":"]),
        ("github-action-benchmark's data", ["window.BENCHMARK_DATA"]),
        ("github-action-benchmark's data", ["\"lastUpdate\":", "\"entries\":"]),
        ("github-action-benchmark's list of values", ["^[", "\"name\":", "\"unit\":", "\"value\":"]),
        ("hyperfine's JSON", ["\"results\":", "\"command\":"]),
        ("hyperfine's CSV", ["^command,mean,"]),
        ("k6's summary", ["\"metrics\":", "\"http_req_duration\":"]),
        ("k6's output", ["\"type\":\"Metric\""]),
        ("Google Benchmark's JSON", ["\"context\":", "\"num_cpus\":", "\"benchmarks\":"]),
        ("pytest-benchmark's JSON", ["\"machine_info\":", "\"benchmarks\":"]),
        ("JMH's JSON", ["\"jmhVersion\""]),
        ("criterion's estimates", ["\"point_estimate\":"]),
        ("Go's benchmark output", ["^goos: "]),
        ("wrk's output", ["^Running ", "Thread Stats"]),
        ("ApacheBench's output", ["^This is ApacheBench"]),
        ("a page", ["^<!DOCTYPE html"]),
        ("an XML file", ["^<?xml"]),
    ];

    /// <summary>What the text is, such as "hyperfine's JSON"; null if it is not known.</summary>
    public static string? NameOf(string text) =>
        s_known.FirstOrDefault(known => known.Marks.All(mark => Has(text, mark))).Name;

    /// <summary>Whether a mark is in the first part of the text.</summary>
    public static bool Has(string text, string mark)
    {
        ReadOnlySpan<char> start = text.AsSpan(0, Math.Min(text.Length, Beginning)).TrimStart('\uFEFF').TrimStart();
        return mark[0] == '^' ? start.StartsWith(mark.AsSpan(1), StringComparison.Ordinal) : start.Contains(mark, StringComparison.Ordinal);
    }
}

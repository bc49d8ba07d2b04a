namespace Tests.Field;

/// <summary>BenchmarkDotNet's full JSON, made up: two launches of one benchmark, and one that failed.</summary>
internal static class BenchmarkDotNetSample
{
    private const string Failed = """
        ,
            { "DisplayInfo":"Parsing.Fails: DefaultJob", "Type":"Parsing", "Method":"Fails", "FullName":"MyApp.Parsing.Fails",
              "Statistics":null, "Measurements":[] }
        """;

    /// <param name="first">Nanoseconds of the first iteration, which has 1,000 operations.</param>
    /// <param name="bytes">Allocated bytes of one operation.</param>
    /// <param name="failed">Whether the failed benchmark is there.</param>
    public static string Full(double first = 100500, double bytes = 96, bool failed = true) => $$"""
        { "Title":"MyApp.Parsing-20260102-030405",
          "HostEnvironmentInfo":{ "BenchmarkDotNetCaption":"BenchmarkDotNet", "BenchmarkDotNetVersion":"0.15.8", "OsVersion":"Ubuntu 24.04",
            "ProcessorName":"AMD Ryzen 9 7950X", "PhysicalProcessorCount":1, "LogicalCoreCount":32, "RuntimeVersion":".NET 10.0.1",
            "ChronometerFrequency":{ "Hertz":1000000000 }, "HardwareTimerKind":"Unknown" },
          "Benchmarks":[
            { "DisplayInfo":"Parsing.Parse: Job-ABC(LaunchCount=2) [N=10]", "Namespace":"MyApp", "Type":"Parsing", "Method":"Parse",
              "MethodTitle":"Parse", "Parameters":"N=10", "FullName":"MyApp.Parsing.Parse(N: 10)",
              "Statistics":{ "OriginalValues":[100.5,101.25,99.75,100], "N":4, "Mean":100.375, "Skewness":"NaN" },
              "Memory":{ "Gen0Collections":1, "TotalOperations":1000, "BytesAllocatedPerOperation":{{bytes}} },
              "Measurements":[
                { "IterationMode":"Overhead", "IterationStage":"Actual", "LaunchIndex":1, "Operations":1000, "Nanoseconds":7 },
                {{Row(1, 1, first)}}, {{Row(1, 2, 101250)}}, {{Row(2, 1, 99750)}}, {{Row(2, 2, 100000)}}
              ], "Metrics":[ { "Value":96, "Descriptor":{ "Id":"Allocated Memory" } } ] }{{(failed ? Failed : "")}} ] }
        """;

    private static string Row(int launch, int iteration, double ns) => FormattableString.Invariant(
        $"{{ \"IterationMode\":\"Workload\", \"IterationStage\":\"Result\", \"LaunchIndex\":{launch}, \"IterationIndex\":{iteration}, ")
        + FormattableString.Invariant($"\"Operations\":1000, \"Nanoseconds\":{ns} }}");
}

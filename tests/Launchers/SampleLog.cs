namespace Tests.Launchers;

/// <summary>Parts of logs in the form of BenchmarkDotNet 0.15.8.</summary>
internal static class SampleLog
{
    public const string Settings = "IterationCount=5, IterationTime=50ms, LaunchCount=1, WarmupCount=6";

    public static string Execute(string name, string folder = "/src/a", int id = 0, string program = "Job-ABC-1.dll") =>
        $"// Execute: dotnet {program} --anonymousPipes 108 109 --benchmarkName {name} --job \"{Settings}\" --benchmarkId {id} in {folder}";

    /// <summary>What the process of a benchmark prints, without the stages that nobody reads.</summary>
    /// <param name="ns">Of one operation, for each iteration; 10 operations each.</param>
    public static IEnumerable<string> Launch(double[] ns, long bytes = 240) =>
    [
        "// BeforeAnythingElse",
        "// Runtime=.NET 10.0.12 (10.0.12, 10.0.1226.42308), X64 RyuJIT x86-64-v4",
        "WorkloadJitting  1: 1 op, 392340.00 ns, 392.3400 us/op",
        "WorkloadWarmup   1: 10 op, 520.00 ns, 52.0000 ns/op",
        .. Stage("WorkloadActual", ns.Select(one => one + 2)),
        "// AfterActualRun",
        .. Stage("WorkloadResult", ns),
        $"// GC:  1 0 0 {bytes} 10",
        "// Threading:  0 0 10",
        "// AfterAll",
    ];

    private static IEnumerable<string> Stage(string name, IEnumerable<double> ns) => ns.Select((one, i) =>
        FormattableString.Invariant($"{name}   {i + 1}: 10 op, {one * 10:F2} ns, {one:F4} ns/op"));
}

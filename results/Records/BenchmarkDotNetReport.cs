namespace Results.Records;

/// <summary>
/// The part of BenchmarkDotNet's own JSON (JsonExporter.Full and its shorter forms) that a run needs. Other fields are skipped. The names
/// are BenchmarkDotNet's.
/// </summary>
/// <param name="Title">A class, or "BenchmarkRun", and the local time of the start: <c>-yyyyMMdd-HHmmss</c>.</param>
internal sealed record BenchmarkDotNetReport(
    IReadOnlyList<BenchmarkDotNetCase> Benchmarks, BenchmarkDotNetHost HostEnvironmentInfo, string? Title = null);

/// <summary>The machine.</summary>
internal sealed record BenchmarkDotNetHost(
    string? BenchmarkDotNetVersion = null,
    string? OsVersion = null,
    string? ProcessorName = null,
    int? LogicalCoreCount = null,
    string? RuntimeVersion = null);

/// <summary>One benchmark under one job.</summary>
/// <param name="DisplayInfo">Class, method, job and parameters: <c>Class.Method: Job [Parameter=1]</c>.</param>
/// <param name="Statistics">Null if it failed.</param>
/// <param name="Memory">Null without BenchmarkDotNet's MemoryDiagnoser.</param>
/// <param name="Measurements">Null in the brief form.</param>
internal sealed record BenchmarkDotNetCase(
    string FullName,
    string? DisplayInfo = null,
    BenchmarkDotNetStatistics? Statistics = null,
    BenchmarkDotNetMemory? Memory = null,
    IReadOnlyList<BenchmarkDotNetRow>? Measurements = null);

/// <summary>The values of its statistics, which are those of all launches.</summary>
/// <param name="OriginalValues">Nanoseconds of one operation.</param>
internal sealed record BenchmarkDotNetStatistics(IReadOnlyList<double>? OriginalValues = null);

/// <summary>Its allocations.</summary>
internal sealed record BenchmarkDotNetMemory(double? BytesAllocatedPerOperation = null);

/// <summary>One iteration of any kind.</summary>
/// <param name="IterationMode">Workload or Overhead; in old versions also Result.</param>
/// <param name="IterationStage">Result for a measured one without the overhead; absent in old versions.</param>
/// <param name="Nanoseconds">Of all its operations.</param>
internal sealed record BenchmarkDotNetRow(
    string? IterationMode = null,
    string? IterationStage = null,
    int LaunchIndex = 1,
    int IterationIndex = 0,
    double Operations = 1,
    double Nanoseconds = double.NaN)
{
    /// <summary>Whether it is a result, as BenchmarkDotNet's statistics use it.</summary>
    public bool IsResult => (IterationMode, IterationStage) is ("Workload", "Result") or ("Result", null);

    /// <summary>Nanoseconds of one operation.</summary>
    public double PerOperation => Nanoseconds / Operations;
}

using System.Reflection;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Results.Records;
using Row = BenchmarkDotNet.Reports.Measurement;

namespace Benchmarks.Engine;

/// <summary>The only place where BenchmarkDotNet's report becomes our record: one for each launch.</summary>
public static class CaseFromReport
{
    /// <summary>BenchmarkDotNet's full name: namespace, class, method and parameters.</summary>
    public static string IdOf(BenchmarkCase benchmark) => FullNameProvider.GetBenchmarkName(benchmark);

    public static IEnumerable<CaseRecord> Convert(BenchmarkReport report, SuiteSettings settings) => report.AllMeasurements
        .Where(IsResult)
        .GroupBy(row => row.LaunchIndex)
        .OrderBy(launch => launch.Key)
        .Select(launch => Record(
            report.BenchmarkCase, settings, launch.Key, launch, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)));

    /// <summary>The same for a case that the engine ran in this process.</summary>
    /// <param name="allocatedBytes">Of an operation, where the engine did not count them.</param>
    internal static CaseRecord Convert(BenchmarkCase benchmark, SuiteSettings settings, RunResults results, long? allocatedBytes)
    {
        long? allocated = allocatedBytes ?? results.GCStats.GetBytesAllocatedPerOperation(benchmark);
        return Record(benchmark, settings, launch: 1, results.GetAllMeasurements().Where(IsResult), allocated);
    }

    /// <summary>"Result" are the measured iterations after BenchmarkDotNet has taken its own loop's overhead off.</summary>
    private static bool IsResult(Row row) => row is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result };

    private static CaseRecord Record(BenchmarkCase benchmark, SuiteSettings settings, int launch, IEnumerable<Row> rows, long? allocatedBytes)
    {
        string regime = ColdJob.Is(benchmark.Job) ? Regimes.Cold : Regimes.Warm;
        var macro = MacroCase.Of(benchmark, settings);
        (TimeSpan Bound, TimeSpan Predicted)? model = macro?.Model(regime);
        return new CaseRecord
        {
            Case = IdOf(benchmark),
            Scenario = macro?.Scenario.Id ?? "",
            Strategy = macro?.Strategy.Id ?? "",
            Baseline = macro?.Baseline ?? benchmark.Descriptor.Baseline,
            Regime = regime,
            Launch = Math.Max(1, launch), // in process nothing is launched, and BenchmarkDotNet says 0
            Requests = macro?.Requests ?? 0,
            IterationsNs = [.. rows.OrderBy(row => row.IterationIndex).Select(row => row.Nanoseconds / row.Operations)],
            AllocatedBytes = HasCompany(benchmark) ? null : allocatedBytes,
            BoundNs = model?.Bound.TotalNanoseconds,
            PredictedNs = macro?.Scenario.CanFail == true ? null : model?.Predicted.TotalNanoseconds, // the model knows no failures; its bound holds all the same
            ArticleSeconds = macro is not null && macro.Scenario.ArticleSeconds.TryGetValue(macro.Strategy.Id, out double seconds) ? seconds : null,
        };
    }

    /// <summary>
    /// Allocations are counted for the whole process: beside other delays that end meanwhile, the figure would be theirs.
    /// </summary>
    private static bool HasCompany(BenchmarkCase benchmark) =>
        benchmark.Descriptor.Type.GetCustomAttribute<WaitsAttribute>()?.Together is { } parameter && benchmark.Parameters[parameter] is > 1;
}

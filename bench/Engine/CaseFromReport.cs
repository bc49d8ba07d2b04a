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

/// <summary>Converts BenchmarkDotNet's report into our records, one for each launch. No other code does this.</summary>
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
    /// <param name="allocatedBytes">Bytes that one operation allocates, if the engine did not count them.</param>
    internal static CaseRecord Convert(BenchmarkCase benchmark, SuiteSettings settings, RunResults results, long? allocatedBytes)
    {
        long? allocated = allocatedBytes ?? results.GCStats.GetBytesAllocatedPerOperation(benchmark);
        return Record(benchmark, settings, launch: 1, results.GetAllMeasurements().Where(IsResult), allocated);
    }

    /// <summary>The iterations with stage "Result": measured, with the overhead of BenchmarkDotNet's own loop already subtracted.</summary>
    private static bool IsResult(Row row) => row is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result };

    private static CaseRecord Record(
        BenchmarkCase benchmark, SuiteSettings settings, int launch, IEnumerable<Row> rows, long? allocatedBytes)
    {
        string regime = ColdJob.Is(benchmark.Job) ? Regimes.Cold : Regimes.Warm;
        var macro = MacroCase.Of(benchmark, settings);
        (TimeSpan Bound, TimeSpan Predicted)? model = macro?.Model(regime);
        return new CaseRecord
        {
            Case = IdOf(benchmark),
            Scenario = macro?.Scenario.Id ?? "",
            Strategy = macro?.Strategy.Id ?? "",
            Limit = macro?.Strategy.Limit,
            Baseline = macro?.Baseline ?? benchmark.Descriptor.Baseline,
            Regime = regime,
            Launch = Math.Max(1, launch), // in process there is no launch, and BenchmarkDotNet reports 0
            Requests = macro?.Requests ?? 0,
            IterationsNs = [.. rows.OrderBy(row => row.IterationIndex).Select(row => row.Nanoseconds / row.Operations)],
            AllocatedBytes = HasCompany(benchmark) ? null : allocatedBytes,
            BoundNs = model?.Bound.TotalNanoseconds,
            // the model knows timeouts, but no faults; its bound still holds
            PredictedNs = macro?.Scenario.Faults.Count > 0 ? null : model?.Predicted.TotalNanoseconds,
            ArticleSeconds = macro is not null && macro.Scenario.ArticleSeconds.TryGetValue(macro.Strategy.Id, out double seconds)
                ? seconds
                : null,
        };
    }

    /// <summary>
    /// Allocations are counted for the whole process. If other delays end at the same time, their allocations would be counted, too.
    /// </summary>
    private static bool HasCompany(BenchmarkCase benchmark) =>
        benchmark.Descriptor.Type.GetCustomAttribute<WaitsAttribute>()?.Together is { } parameter && benchmark.Parameters[parameter] is > 1;
}

using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Results.Records;
using Row = BenchmarkDotNet.Reports.Measurement;

namespace Benchmarks.Rounds;

/// <summary>
/// The launches that an interrupted run has already measured, as BenchmarkDotNet wants them: it asks for every launch of a case, also when
/// the run was resumed, and its own tables should hold them all.
/// </summary>
internal sealed class EarlierLaunches(IReadOnlyList<CaseRecord> measured)
{
    public IEnumerable<ExecuteResult> Of(BenchmarkCase benchmark)
    {
        string id = CaseFromReport.IdOf(benchmark);
        return measured.Where(one => one.Case == id).OrderBy(one => one.Launch).Select(ResultOf);
    }

    private static ExecuteResult ResultOf(CaseRecord launch) => new(
        foundExecutable: true,
        exitCode: 0,
        processId: null,
        [.. launch.IterationsNs.Select((ns, i) =>
            new Row(launch.Launch, IterationMode.Workload, IterationStage.Result, i + 1, operations: 1, ns).ToString())],
        prefixedLines: [],
        standardOutput: [],
        launch.Launch);
}

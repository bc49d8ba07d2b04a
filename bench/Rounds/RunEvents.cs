using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Progress;

namespace Benchmarks.Rounds;

/// <summary>
/// BenchmarkDotNet's events. In rounds it is asked for nothing but the build: <see cref="RoundMeasurement"/> reports the launches. Without
/// new processes (<c>--inProcess</c>) there are no rounds, and each case is saved when BenchmarkDotNet has finished it.
/// </summary>
internal sealed class RunEvents(RunProgress progress, LaunchSaver saver, bool inProcess) : EventProcessor
{
    private DateTimeOffset _startedAt;

    public override void OnStartBuildStage(IReadOnlyList<BuildPartition> partitions) => progress.Builds();

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase)
    {
        if (inProcess)
            _startedAt = saver.Start(Only(benchmarkCase));
    }

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        if (inProcess)
            saver.Save(Only(benchmarkCase), report, _startedAt);
    }

    private static PlannedLaunch Only(BenchmarkCase benchmark) => new(CaseFromReport.IdOf(benchmark), Round: 1, Last: true);
}

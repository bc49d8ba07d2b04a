using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using Benchmarks.Engine;

namespace Tests.Engine;

[Collection(Instrument.Checks.Alone.Name)]
public sealed class CompiledFirstEngineTests
{
    [Fact]
    public void The_benchmark_is_called_again_and_again_after_its_set_up_and_before_anything_is_timed()
    {
        List<string> steps = [];
        static void Nothing(long times)
        {
        }

        using IEngine engine = new CompiledFirstEngine().CreateReadyToRun(new EngineParameters
        {
            Host = new NoAcknowledgementConsoleHost(),
            TargetJob = new Job().WithStrategy(RunStrategy.Monitoring), // without the engine's own jitting stage
            GlobalSetupAction = () => steps.Add("set-up"),
            GlobalCleanupAction = () => { },
            WorkloadActionNoUnroll = times => steps.Add($"{times} call"),
            WorkloadActionUnroll = Nothing,
            OverheadActionNoUnroll = Nothing,
            OverheadActionUnroll = Nothing,
            Dummy1Action = () => { },
            Dummy2Action = () => { },
            Dummy3Action = () => { },
            BenchmarkName = "counted",
        });

        Assert.Equal("set-up", steps[0]);
        Assert.All(steps[1..], step => Assert.Equal("1 call", step));
        Assert.InRange(steps.Count, 61, int.MaxValue);
    }
}

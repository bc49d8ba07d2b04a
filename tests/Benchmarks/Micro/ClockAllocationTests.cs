using Benchmarks.Engine;
using Benchmarks.Measurement;
using Results.Records;
using Tests.Measurement;

namespace Tests.Micro;

/// <summary>The garbage collector counts for the whole process, so the allocations of a delay are known only if it is alone.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class ClockAllocationTests
{
    private static readonly SuiteSettings s_smoke = new() { Profile = Profile.Smoke };

    [Fact]
    public void A_delay_beside_others_has_times_but_no_allocations()
    {
        CaseRecord alone = Measured(1), beside = Measured(150);

        Assert.NotNull(alone.AllocatedBytes);
        Assert.Null(beside.AllocatedBytes);
        Assert.NotEmpty(beside.IterationsNs);
    }

    /// <summary>
    /// The benchmark returns a plain ValueTask, which BenchmarkDotNet does not await in process. The clock ends no delay early.
    /// </summary>
    [Fact]
    public void A_delay_is_timed_to_its_end() =>
        Assert.All(Measured(1, delayMs: 20).IterationsNs, ns => Assert.InRange(ns, 20e6, double.MaxValue));

    private static CaseRecord Measured(int pending, int delayMs = 1) =>
        Assert.Single(
            InProcessMeasurement.Run(
                s_smoke, [$"Benchmarks.Micro.LatencyClockBenchmarks.LatencyClock(DelayMs: {delayMs}, Pending: {pending})"]).Cases);
}

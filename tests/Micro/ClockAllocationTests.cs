using Benchmarks.Measurement;
using Results.Records;
using Tests.Measurement;

namespace Tests.Micro;

/// <summary>The collector counts for the whole process, so a delay's allocations are known only where it is alone.</summary>
[Collection(SuiteEnvironmentScope.Collection)]
public sealed class ClockAllocationTests : IDisposable
{
    private readonly SuiteEnvironmentScope _scope = new(Profile.Smoke);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void A_delay_beside_others_has_times_but_no_allocations()
    {
        CaseRecord alone = Measured(1), beside = Measured(150);

        Assert.NotNull(alone.AllocatedBytes);
        Assert.Null(beside.AllocatedBytes);
        Assert.NotEmpty(beside.IterationsNs);
    }

    private static CaseRecord Measured(int pending) =>
        Assert.Single(InProcessMeasurement.Run(Profile.Smoke, [$"Benchmarks.Micro.LatencyClockBenchmarks.LatencyClock(DelayMs: 1, Pending: {pending})"]).Cases);
}

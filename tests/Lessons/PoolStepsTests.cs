using Benchmarks.Lessons;
using Benchmarks.Recording;
using Results.Records;
using Tests.Instrument.Checks;

namespace Tests.Lessons;

/// <summary>How a pool's growth is noted; a few milliseconds.</summary>
[Collection(Alone.Name)]
public sealed class PoolStepsTests
{
    [Fact]
    public async Task Every_number_of_threads_up_to_those_that_the_pool_has_is_noted_once()
    {
        await Task.Run(() => { }); // the pool has a thread now, and keeps it for a while
        using var watch = new ThreadPoolWatch(PoolSteps.Watched);
        IReadOnlyList<GrowthStep> steps = PoolSteps.Of(PoolSteps.Figures(watch.End()).ToDictionary(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Threads));
        Assert.NotEmpty(steps);
        Assert.Equal(steps.Select(step => step.Ms).Order(), steps.Select(step => step.Ms));
        Assert.Equal(steps.Select(step => PoolGrowth.MsUntil(step.Threads)), steps.Select(step => step.PredictedMs));
    }

    [Fact]
    public void Figures_of_another_kind_are_no_steps()
    {
        IReadOnlyList<GrowthStep> steps = PoolSteps.Of(
            new Dictionary<string, double> { ["threads by ms 10"] = 30, ["first"] = 7000, ["threads by ms 9"] = 20, ["threads"] = 41 });
        Assert.Equal([(9, 20.0), (10, 30.0)], steps.Select(step => (step.Threads, step.Ms)));
    }
}

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Results.Records;

namespace Tests.Micro;

[Collection(Tests.Instrument.Checks.Alone.Name)] // allocations are counted for the whole process, other tests' too
public sealed class GateCasesTests
{
    [Fact]
    public void Each_name_is_the_glob_of_exactly_one_case()
    {
        Assert.NotEmpty(GateCases.All);
        Assert.All(GateCases.All, name =>
        {
            IConfig only = ManualConfig.CreateEmpty().AddFilter(new GlobFilter([name]));
            BenchmarkCase[] found =
            [
                .. RunPlan.AllTypes.SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, only).BenchmarksCases),
            ];
            Assert.Equal(name, CaseFromReport.IdOf(Assert.Single(found)));
        });
    }

    [Fact]
    public void Measured_in_process_they_bring_times_and_the_allocations_that_their_work_must_make()
    {
        MeasuredLaunch launch =
            InProcessMeasurement.Run(new SuiteSettings { Profile = Profile.Smoke with { Iterations = 3 } }, GateCases.All);

        Assert.Equal(GateCases.All.Order(), launch.Cases.Select(one => one.Case).Order());
        Assert.All(launch.Cases, one => Assert.Equal((3, 0), (one.IterationsNs.Count(ns => ns > 0), one.Requests)));
        double whenAll = launch.Cases.Single(one => one.Case.Contains("WhenAll", StringComparison.Ordinal)).AllocatedBytes!.Value;
        double result = launch.Cases.Single(one => one.Case.Contains("ReturnsTask", StringComparison.Ordinal)).AllocatedBytes!.Value;
        Assert.InRange(result, 64, 128); // one object: a task with its result
        Assert.InRange(whenAll, 150 * 64, 150 * 256); // a hundred and fifty tasks and their sources
    }
}

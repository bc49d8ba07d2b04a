using BenchGate.Launchers;

namespace Tests.Launchers;

public class LaunchOutputTests
{
    [Fact]
    public void The_results_are_read_without_the_overhead_and_bytes_for_one_operation()
    {
        CaseLaunch launch = Read(SampleLog.Launch([5, 7, 6]))!;

        Assert.Equal(("A.B", false), (launch.Case, launch.StillCompiling));
        Assert.Equal([5, 7, 6], launch.Launch.IterationsNs);
        Assert.Equal(24, launch.Launch.AllocatedBytes);
    }

    [Theory]
    [InlineData(106, 11)]
    [InlineData(104, 10)]
    [InlineData(0, 0)]
    public void Bytes_are_rounded_because_a_collection_is_counted_with_them(long bytes, double rounded) =>
        Assert.Equal(rounded, Read(SampleLog.Launch([5], bytes))!.Launch.AllocatedBytes);

    [Fact]
    public void Without_the_memory_diagnoser_the_bytes_are_unknown() => Assert.Null(
        Read(SampleLog.Launch([5]).Where(line => !line.StartsWith("// GC", StringComparison.Ordinal)))!.Launch.AllocatedBytes);

    [Fact]
    public void A_benchmark_that_prints_such_lines_itself_changes_nothing()
    {
        string[] forged =
        [
            "WorkloadResult   1: 10 op, 1.00 ns, 0.1000 ns/op", "WorkloadResult   2: 10 op, 1.00 ns, 0.1000 ns/op",
            "WorkloadResult   3: 10 op, 1.00 ns, 0.1000 ns/op", "// GC:  0 0 0 0 10",
        ];

        CaseLaunch launch = Read([.. forged, .. SampleLog.Launch([5, 7])])!;

        Assert.Equal([5, 7], launch.Launch.IterationsNs);
        Assert.Equal(24, launch.Launch.AllocatedBytes);
    }

    [Theory]
    [InlineData("// AfterAll")] // a cleanup
    [InlineData("WorkloadResult   1: 10 op, 50.00 ns, 5.0000 ns/op")] // the run that measures the memory, before the results
    public void Such_lines_at_any_place_change_nothing(string next)
    {
        List<string> lines = [.. SampleLog.Launch([5, 7])];
        lines.InsertRange(
            lines.IndexOf(next),
            ["WorkloadActual   1: 1 op, 900.00 ns, 900 ns/op", "WorkloadResult   1: 1 op, 1.00 ns, 1 ns/op", "// GC:  0 0 0 0 1"]);
        CaseLaunch launch = Read(lines)!;
        Assert.Equal([5, 7], launch.Launch.IterationsNs);
        Assert.Equal((24, false), (launch.Launch.AllocatedBytes, launch.StillCompiling));
    }

    [Theory]
    [InlineData("WorkloadResult  1: ten op, 5 ns, 5 ns/op")]
    [InlineData("Result 1: 10 op, 5 ns, 5 ns/op")]
    [InlineData("No Workload Results were obtained from the run.")]
    public void What_has_another_form_is_no_result(string line) => Assert.Null(Read([line]));

    [Fact]
    public void An_operation_that_takes_no_time_has_a_time_above_0() =>
        Assert.All(Read(SampleLog.Launch([-0.3, 0.2]))!.Launch.IterationsNs, ns => Assert.True(ns > 0));

    [Theory]
    [InlineData(new double[] { 2863, 2833, 1880, 912, 912 }, true)]
    [InlineData(new double[] { 10, 10, 19, 10, 10 }, false)]
    [InlineData(new double[] { 10, 20.1, 10 }, true)]
    [InlineData(new double[] { 10, 10, 30 }, false)]
    public void A_launch_that_ends_much_faster_than_it_was_had_code_that_was_not_optimised(double[] ns, bool likely) =>
        Assert.Equal(likely, UnoptimisedCode.IsLikely(ns));

    private static CaseLaunch? Read(IEnumerable<string> lines) => LaunchOutput.Read("A.B", [.. lines]);
}

using System.Diagnostics;
using Benchmarks.Instrument.Checks;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class NeighbourCheckTests
{
    [Fact]
    public async Task A_busy_process_fails_it_unless_it_is_our_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not tell.");
        var busy = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Process.Start("sh", ["-c", "while :; do :; done"])).ToList();
        try
        {
            // Both observe the same seconds, so other load on this machine counts in both.
            var stranger = NeighbourCheck.Start(() => Environment.CpuUsage.TotalTime);
            var owner = NeighbourCheck.Start(
                () => Environment.CpuUsage.TotalTime + busy.Aggregate(TimeSpan.Zero, (sum, one) => sum + CpuTime(one)));
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            (CheckRecord seen, CheckRecord explained) = (stranger.Stop()[1], owner.Stop()[1]);

            Assert.Equal("neighbour-cpu", seen.Name);
            Assert.False(seen.Ok, seen.ToString());
            Assert.True(explained.Value < seen.Value - 10, $"{explained} {seen}");
        }
        finally
        {
            busy.ForEach(one => one.Kill());
            busy.ForEach(one => one.Dispose());
        }
    }

    [Fact]
    public async Task Without_a_neighbour_there_is_a_share_that_can_be_or_none()
    {
        var watch = NeighbourCheck.Start(() => Environment.CpuUsage.TotalTime);
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.All(watch.Stop(), check =>
        {
            Assert.True(check.Value is null or (>= 0 and <= 100), check.ToString());
            Assert.True(check.Ok || check.Value > 5, check.ToString());
        });
    }

    [Fact]
    public async Task A_child_that_has_ended_is_our_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not tell.");
        TimeSpan before = OwnCpu.Now() - Environment.CpuUsage.TotalTime;
        using var child = Process.Start("sh", ["-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done"]);
        await child.WaitForExitAsync();

        Assert.True(OwnCpu.Now() - Environment.CpuUsage.TotalTime - before > TimeSpan.FromMilliseconds(30));
    }

    private static TimeSpan CpuTime(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}

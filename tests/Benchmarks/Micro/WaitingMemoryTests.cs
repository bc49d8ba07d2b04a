using Benchmarks.Micro;

namespace Tests.Micro;

/// <summary>Numbers of a new process. The tests assert only orders of magnitude, which are the same on every machine.</summary>
public sealed class WaitingMemoryTests
{
    [Fact]
    public void A_thread_that_waits_holds_many_times_what_a_task_does()
    {
        // The median of three by resident memory, because the kernel can release mapped pages at any time.
        WaitingMemory task = Enumerable.Range(0, 3)
            .Select(_ => WaitingMemory.Measure(WaitingKind.Task, 10_000))
            .OrderBy(one => one.ResidentBytes)
            .ElementAt(1);
        var thread = WaitingMemory.Measure(WaitingKind.Thread, 200);

        Assert.Equal((WaitingKind.Task, 10_000, WaitingKind.Thread, 200), (task.Kind, task.Count, thread.Kind, thread.Count));
        Assert.InRange(task.ManagedBytes, 64, 512);
        Assert.InRange(thread.ManagedBytes, 32, 2048);
        if (!OperatingSystem.IsLinux())
            return;

        Assert.InRange(task.ResidentBytes!.Value, 0.8 * task.ManagedBytes, 10 * task.ManagedBytes);
        Assert.InRange(thread.ResidentBytes!.Value, 20 * task.ResidentBytes.Value, 1e6);
        Assert.InRange(thread.ReservedBytes!.Value, 10 * thread.ResidentBytes.Value, 1e9);
        // 0 is expected, but sometimes the runtime unmaps its own memory
        Assert.InRange(Math.Abs(task.ReservedBytes!.Value), 0, thread.ReservedBytes.Value / 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void A_count_that_is_not_allowed_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WaitingMemory.Measure(WaitingKind.Thread, count));
}

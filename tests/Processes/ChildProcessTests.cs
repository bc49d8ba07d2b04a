using System.Diagnostics;
using BenchGate.Processes;

namespace Tests.Processes;

public class ChildProcessTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_process_is_its_exit_code_and_what_it_printed()
    {
        ChildProcess child = await RunAsync("echo out; echo why >&2; exit 7", s_long);

        Assert.Equal((7, "out\n", "why\n", "why"), (child.Exit, child.Output, child.Error, child.FirstLine));
    }

    [Fact]
    public async Task A_process_that_was_killed_has_failed()
    {
        ChildProcess child = await RunAsync("kill -9 $$", s_long);

        Assert.NotEqual(0, child.Exit);
        Assert.Equal("it printed nothing", child.FirstLine);
    }

    [Fact]
    public async Task A_process_is_ended_at_its_limit_and_so_are_its_own_children()
    {
        long begun = Stopwatch.GetTimestamp();

        TimeoutException late =
            await Assert.ThrowsAsync<TimeoutException>(() => RunAsync("sleep 300 & sleep 300; wait", TimeSpan.FromMilliseconds(200)));

        Assert.Contains("ended after", late.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(2), "it was waited for");
    }

    [Fact]
    public async Task A_process_ends_with_the_gate()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ChildProcess.RunAsync(Shell("sleep 300"), s_long, stop.Token));
    }

    /// <summary>
    /// The child ends first, and then this process gets the signal, within the second that it waits, unless the machine
    /// pauses.
    /// </summary>
    [Fact]
    public async Task A_process_that_the_same_signal_ended_has_not_failed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        bool heard = false;
        for (int tries = 0; tries < 3 && !heard; tries++)
            heard = await TellAfterItsChildAsync() is OperationCanceledException;

        Assert.True(heard);
    }

    private static async Task<Exception?> TellAfterItsChildAsync()
    {
        using var stop = new CancellationTokenSource();
        string mark = Guid.NewGuid().ToString("N");
        var family = new MarkedProcesses("BENCH_TEST_CHILD", mark);
        ProcessStartInfo start = Shell("kill -TERM $$"); // a process in the background may ignore INT
        start.Environment["BENCH_TEST_CHILD"] = mark;

        Task<ChildProcess> child = ChildProcess.RunAsync(start, s_long, stop.Token);
        await Server.Eventually.IsTrueAsync(() => family.Find().Count == 0, "it has gone");
        await Task.Delay(50); // so the child has already ended
        await stop.CancelAsync();

        return await Record.ExceptionAsync(() => child);
    }

    private static Task<ChildProcess> RunAsync(string script, TimeSpan limit) =>
        ChildProcess.RunAsync(Shell(script), limit, CancellationToken.None);

    private static ProcessStartInfo Shell(string script) => new("/bin/sh", ["-c", script]);
}

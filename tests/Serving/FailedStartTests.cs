using Benchmarks.Lessons;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Fixtures.Latency;
using Tests.Measurement;
using Tests.Server;

namespace Tests.Serving;

/// <summary>A server that does not start leaves no thread; its clock has one.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class FailedStartTests
{
    private const string NoHost = "nosuch";

    [Fact]
    public async Task A_benchmark_s_own_server_that_does_not_start_leaves_no_clock()
    {
        await LeavesNoClockAsync(() => FixtureLink.OpenAsync("baidu", new SuiteSettings { Server = NoHost }));
    }

    [Fact]
    public async Task A_scratch_server_in_this_process_that_does_not_start_leaves_no_clock() =>
        await LeavesNoClockAsync(
            () => ScratchServer.StartAsync(new LessonScenario(1, LessonScenario.Fixed(1)).ToString(), NoHost, inThisProcess: true));

    private static async Task LeavesNoClockAsync(Func<Task> start)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        int before = Clocks();

        await Assert.ThrowsAsync<ArgumentException>(start);

        await Eventually.IsTrueAsync(() => Clocks() <= before, "the clock's thread has ended");
    }

    private static int Clocks() => Directory.EnumerateDirectories("/proc/self/task").Count(task => NameOf(task) == LatencyClock.ThreadName);

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).Trim();
        }
        catch (IOException)
        {
            return ""; // it has just exited
        }
    }
}

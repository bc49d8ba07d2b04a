using System.Diagnostics;
using BenchGate.Errors;
using BenchGate.Processes;
using Benchmarks.Fetching;
using Benchmarks.Processes;
using Benchmarks.Strategies;
using Results.Records;

namespace Tests.Field;

/// <summary>A pool that cannot have a thread more than a strategy blocks is refused: it would wait for ever.</summary>
public sealed class ThreadPoolLimitTests
{
    private const string Variable = "DOTNET_ThreadPool_ForceMaxWorkerThreads";

    // Before, the program never ended.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("sync-over-async", 15, 15)]
    [InlineData("task-run-sync", 15, 15)]
    [InlineData("sync-over-async", 200, 15)]
    [InlineData("sync-over-async", 16, 15)]
    public void As_many_requests_as_threads_are_too_many_for_who_blocks_pool_threads(string id, int requests, int most)
    {
        UsageException refused =
            Assert.Throws<UsageException>(() => ThreadPoolLimit.Require(StrategyCatalog.Find(id).Descriptor, requests, most));

        Assert.StartsWith($"{id} blocks {requests} threads of the pool", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"at most {most},", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"at least {requests + 1} ({Variable}={requests + 1:X}, hexadecimal)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_others_and_one_thread_more_are_good()
    {
        foreach (IFetchStrategy strategy in StrategyCatalog.All.Where(strategy => strategy.Descriptor.Threads != ThreadUse.PoolBlocked))
            ThreadPoolLimit.Require(strategy.Descriptor, 1_000, most: 2);
        ThreadPoolLimit.Require(new SyncOverAsync().Descriptor, 15, most: 16);
        ThreadPoolLimit.Require("Lesson 1", blocked: 0, most: 0);
    }

    [Theory]
    [InlineData("DOTNET_ThreadPool_ForceMaxWorkerThreads", "F", 15)]
    [InlineData("COMPlus_ThreadPool_ForceMaxWorkerThreads", "10", 16)]
    [InlineData("DOTNET_ThreadPool_ForceMaxWorkerThreads", "0x1f", 31)]
    public void The_variable_is_hexadecimal(string variable, string typed, int threads) =>
        Assert.Equal(threads, ThreadPoolLimit.With(new Dictionary<string, string> { [variable] = typed }));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("many")]
    public void What_the_runtime_ignores_counts_as_not_set(string typed) =>
        Assert.Equal(ThreadPoolLimit.Here, ThreadPoolLimit.With(new Dictionary<string, string> { [Variable] = typed }));

    [Theory]
    [InlineData("sync-over-async blocks 15 threads", "F", "measure --profile smoke --cases *PokeApiBenchmarks.SyncOverAsync")]
    [InlineData("task-run-sync blocks 15 threads", "F", "measure --profile smoke --cases *PokeApiBenchmarks.TaskRunSync --count-only")]
    [InlineData("sync-over-async blocks 15 threads", "F", "run --profile smoke --scenario pokeapi --strategies sync-over-async")]
    [InlineData("sync-over-async blocks 10 threads", "A", "gate --base HEAD --scenario pokeapi --strategies sync-over-async")]
    [InlineData("Lesson 10 blocks ", "F", "lessons 1 10")]
    [InlineData("Lesson 11 blocks ", "F", "lessons 11")]
    [InlineData("sync-over-async blocks 15 threads", null,
        "run --scenario pokeapi --strategies sync-over-async --profile smoke --envVars DOTNET_ThreadPool_ForceMaxWorkerThreads:F")]
    public async Task Every_entrance_refuses_it_before_it_measures(string reason, string? most, string arguments)
    {
        Assert.SkipUnless(Environment.ProcessorCount < 10, "the runtime allows at least a thread for each core");

        ChildProcess refused = await RunAsync(most, arguments);

        Assert.Equal((ExitCodes.Usage, ""), (refused.Exit, refused.Output));
        string line = Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"error: {reason}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_thread_more_it_is_measured()
    {
        Assert.SkipUnless(Environment.ProcessorCount < 10, "the runtime allows at least a thread for each core");

        ChildProcess measured = await RunAsync("10", "measure --profile smoke --cases *PokeApiBenchmarks.SyncOverAsync --iterations 1");

        Assert.Equal((ExitCodes.Ok, ""), (measured.Exit, measured.Error));
        Assert.Equal("sync-over-async", Assert.Single(MeasuredLaunch.Parse(measured.Output, "measure").Cases).Strategy);
    }

    private static async Task<ChildProcess> RunAsync(string? most, string arguments)
    {
        ProcessStartInfo start = ThisSuite.Start(arguments.Split(' '));
        if (most is not null)
            start.Environment[Variable] = most;
        return await ChildProcess.RunAsync(start, s_patience, TestContext.Current.CancellationToken);
    }
}

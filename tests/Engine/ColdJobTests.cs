using BenchGate.Processes;
using BenchmarkDotNet.Configs;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Benchmarks.Rounds;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Model;
using Tests.Measurement;

namespace Tests.Engine;

/// <summary>Only the first operation of a process has a cold pool. RefusedTests has the arguments that are refused.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class ColdJobTests
{
    [Theory]
    [InlineData("--job", "dry")]
    [InlineData("--job", "dry", "--launchCount", "5")]
    [InlineData("--strategy", "ColdStart", "--iterationCount", "1")]
    [InlineData("--warmupCount", "0", "--iterationCount", "1", "--launchCount", "3")]
    public void One_operation_of_each_fresh_process_is_cold_and_its_children_are_told(params string[] typed)
    {
        RunPlan plan = Plan(typeof(PokeApiBenchmarks), typed);

        Assert.All(plan.Cases, one => Assert.True(ColdJob.Is(one.Job)));
        Assert.True(ColdJob.IsIn(plan));
        Assert.False(ColdJob.IsIn(Plan(typeof(PokeApiBenchmarks))));
    }

    [Theory]
    [InlineData(typeof(PokeApiBenchmarks))]
    [InlineData(typeof(PokeApiBenchmarks), "--job", "short")]
    [InlineData(typeof(PokeApiBenchmarks), "--job", "short", "--warmupCount", "0")] // Throughput runs it before, to compile it
    [InlineData(typeof(WhenAllBenchmarks), "--strategy", "ColdStart")] // our engine does
    public void A_job_that_runs_the_benchmark_before_it_measures_is_warm(Type type, params string[] typed) =>
        Assert.All(Plan(type, typed).Cases, one => Assert.False(ColdJob.Is(one.Job)));

    /// <summary>The second operation is the one that is recorded at the end, with a warm pool.</summary>
    [Theory]
    [InlineData(false, 15, 15)]
    [InlineData(true, 0, 15)]
    public async Task A_cold_pool_grows_only_for_the_operation_that_is_watched_after_the_measured_one(bool cold, params int[] grownBy)
    {
        using var notes = new ScratchFolder();
        int before = Blocking.Least();
        var benchmark = new Blocked
        {
            Settings = new SuiteSettings { Profile = Profile.Smoke, ChildReports = notes.Path, ColdPool = cold },
        };

        await benchmark.ConnectAsync();
        await benchmark.FetchAsync();
        await benchmark.DisconnectAsync();

        Assert.Equal(grownBy, benchmark.Strategy.Seen.Select(least => least - before));
        Assert.Equal(before, Blocking.Least());
    }

    private static RunPlan Plan(Type type, params string[] typed)
    {
        var arguments = BenchmarkArguments.Parse(typed, Hosting.Shared);
        return RunPlan.Create(
            new SuiteSettings(),
            one => arguments.Join(ManualConfig.CreateEmpty(), Profile.Standard, one, ScratchToolchain.AsMutator(null)),
            everything: true,
            one => one == type);
    }

    private sealed class Blocked() : MacroBenchmarks("pokeapi")
    {
        public Blocking Strategy { get; } = new();

        public Task<FetchResult[]> FetchAsync() => FetchAsync(Strategy);
    }

    /// <summary>Its descriptor says that it blocks a pool thread for each request. It records the minimum of the pool.</summary>
    private sealed class Blocking : IFetchStrategy
    {
        private readonly WhenAll _inner = new();

        public List<int> Seen { get; } = [];

        public StrategyDescriptor Descriptor { get; } = new("blocking", "Blocking", "Never.", Schedule.AllAtOnce)
        {
            Threads = ThreadUse.PoolBlocked,
        };

        public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
        {
            Seen.Add(Least());
            return _inner.FetchAsync(work, cancellation);
        }

        public static int Least()
        {
            ThreadPool.GetMinThreads(out int workers, out _);
            return workers;
        }
    }
}

using BenchGate.Processes;
using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Progress;
using Benchmarks.Rounds;
using Results.Records;
using Tests.Measurement;
using Tests.Pages;

namespace Tests.Rounds;

/// <summary>BenchmarkDotNet asks case by case; the processes start round by round.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class RoundExecutorTests : IDisposable
{
    private const string A = "Benchmarks.Macro.PokeApiBenchmarks.WhenAll", B = "Benchmarks.Macro.PokeApiBenchmarks.SequentialAwait";
    private static readonly PlannedLaunch[] s_launches = [new(B, 1, false), new(A, 1, false), new(A, 2, true), new(B, 2, true)];
    private static readonly IResolver s_resolver = EnvironmentResolver.Instance;

    private readonly ProcessStateScope _environment = new();
    private readonly ScratchFolder _notes = new(), _results = new();
    private readonly RunFolder _folder;
    private readonly RunPlan _plan;
    private readonly FakeProcesses _processes;
    private readonly SuiteSettings _settings;

    public RoundExecutorTests()
    {
        _settings = new SuiteSettings { Profile = Profile.Smoke, ChildReports = _notes.Path };
        _folder = RunFolder.Begin(_results.Path, Samples.Run());
        _plan = InProcessMeasurement.Plan(_settings, [A, B]);
        _processes = new FakeProcesses(_notes.Path);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _results.Dispose();
        _notes.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public void The_processes_start_in_the_planned_order_and_the_answers_are_those_of_the_case()
    {
        RoundExecutor executor = Executor(s_launches, []);
        int[] answers = [.. Ask(executor, A, 2).Concat(Ask(executor, B, 2)).Select(result => result.ProcessId!.Value)];
        Assert.Equal([(B, 1, true), (A, 1, true), (A, 2, false), (B, 2, false)], _processes.Started);
        Assert.Equal([101, 102, 100, 103], answers);
        Assert.Equal(s_launches.Select(one => (one.Case, one.Round)), _folder.Record.Cases.Select(one => (one.Case, one.Launch)));
    }

    [Fact]
    public void A_resumed_run_measures_the_rest_and_answers_with_the_earlier_launches_too()
    {
        CaseRecord earlier = Samples.Case("PokeApi", "WhenAll", 15, 7, 5) with { Case = A, IterationsNs = [7e6, 8e6] };
        RoundExecutor executor = Executor(s_launches[2..], [earlier]);
        ExecuteResult[] answers = [.. Ask(executor, A, 2)];
        Assert.Equal([null, 100], answers.Select(result => result.ProcessId));
        Assert.Equal([7e6, 8e6], answers[0].Measurements.Select(one => one.Nanoseconds));
        Assert.Equal(2, _processes.Started.Count);
    }

    [Fact]
    public void A_case_that_fails_is_left_out_of_the_later_rounds()
    {
        _processes.Broken = B;
        RoundExecutor executor = Executor(s_launches, []);
        Assert.False(Assert.Single(Ask(executor, B, 1)).IsSuccess);
        Assert.Equal([(B, 1, true), (A, 1, true), (A, 2, false)], _processes.Started);
    }

    [Fact]
    public void A_diagnoser_that_watches_a_process_gets_one_of_its_own()
    {
        RoundExecutor executor = Executor(s_launches, []);
        _ = Ask(executor, A, 1, new CompositeDiagnoser([MemoryDiagnoser.Default, ThreadingDiagnoser.Default])).ToList();
        Assert.Equal(4, _processes.Started.Count);
        _ = Ask(executor, A, 1, new CompositeDiagnoser([MemoryDiagnoser.Default, ExceptionDiagnoser.Default])).ToList();
        Assert.Equal(5, _processes.Started.Count);
    }

    private RoundExecutor Executor(PlannedLaunch[] launches, CaseRecord[] earlier)
    {
        var progress = new RunProgress(_plan, launches, new PlainRunDisplay(TextWriter.Null));
        var rounds = new RoundMeasurement(
            launches, _settings, new LaunchSaver(_folder, _settings, progress, watchCold: false), new EarlierLaunches(earlier));
        var partition = new BuildPartition(
            [.. _plan.Cases.Select((one, i) => new BenchmarkBuildInfo(one, _plan.Classes[0].Config, i))], s_resolver);
        new RoundBuilder(_processes, rounds).Build(GenerateResult.Success(ArtifactsPaths.Empty, []), partition, NullLogger.Instance);
        return new RoundExecutor(_processes, rounds);
    }

    private IEnumerable<ExecuteResult> Ask(RoundExecutor executor, string id, int launches, IDiagnoser? diagnoser = null)
    {
        BenchmarkCase benchmark = _plan.Cases.Single(one => CaseFromReport.IdOf(one) == id);
        var built = BuildResult.Success(GenerateResult.Success(ArtifactsPaths.Empty, []));
        for (int launch = 1; launch <= launches; launch++)
            yield return executor.Execute(new(built, benchmark, new(0, benchmark), NullLogger.Instance, s_resolver, launch, diagnoser));
    }

    /// <summary>Builds nothing, and starts nothing: it leaves the report that a process would leave.</summary>
    private sealed class FakeProcesses(string notes) : IBuilder, IExecutor
    {
        public List<(string Case, int Launch, bool TimesOnly)> Started { get; } = [];

        public string? Broken { get; set; }

        public BuildResult Build(GenerateResult generateResult, BuildPartition buildPartition, ILogger logger) =>
            BuildResult.Success(generateResult);

        public ExecuteResult Execute(ExecuteParameters executeParameters)
        {
            string id = CaseFromReport.IdOf(executeParameters.BenchmarkCase);
            int process = 100 + Started.Count;
            Started.Add((id, executeParameters.LaunchIndex, SettingsVariables.Read().TimesOnly));
            new ChildReport(process, SourceHash.OfThisBuild, 0, new FetchDigest(15, 100, "one")).Save(notes);
            string[] results = id == Broken ? [] : ["WorkloadResult  1: 1 op, 1000000.00 ns, 1.0000 ms/op"];
            return new(foundExecutable: true, exitCode: 0, process, results, [], [], executeParameters.LaunchIndex);
        }
    }
}

using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Benchmarks.Measurement;

namespace Benchmarks.Rounds;

/// <summary>
/// Measures the launches of a run, in the order of the plan: each is a new process of the program that BenchmarkDotNet built once.
/// </summary>
/// <param name="launches">From <see cref="RoundOrder"/>.</param>
/// <param name="settings">Of the run. Each launch gets them by environment variables.</param>
/// <param name="saver">Saves each launch when it has ended.</param>
/// <param name="earlier">The launches of an interrupted run that this one continues; none otherwise.</param>
internal sealed class RoundMeasurement(
    IReadOnlyList<PlannedLaunch> launches, SuiteSettings settings, LaunchSaver saver, EarlierLaunches earlier)
{
    private readonly Lock _building = new();
    private readonly Dictionary<string, BuiltCase> _built = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<ExecuteResult>> _results = new(StringComparer.Ordinal);
    private bool _measured;

    /// <summary>Notes the program that measures the cases of a partition. BenchmarkDotNet builds partitions in parallel.</summary>
    public void Add(BuildPartition partition, BuildResult program)
    {
        lock (_building)
        {
            foreach (BenchmarkBuildInfo one in partition.Benchmarks)
                _built[CaseFromReport.IdOf(one.BenchmarkCase)] = new BuiltCase(one.BenchmarkCase, one.Id, program);
        }
    }

    /// <summary>Measures all launches at the first call, and does nothing later.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void MeasureOnce(IExecutor executor, ILogger log, IResolver resolver)
    {
        if (_measured)
            return;
        _measured = true;
        foreach ((string id, BuiltCase built) in _built)
            _results[id] = new Queue<ExecuteResult>(earlier.Of(built.Case));
        foreach (PlannedLaunch launch in launches)
        {
            // After a failure the case's later rounds are left out: BenchmarkDotNet does the same.
            if (_built.TryGetValue(launch.Case, out BuiltCase? built) && !saver.HasFailed(launch.Case))
                _results[launch.Case].Enqueue(Measure(launch, built, executor, log, resolver));
        }
    }

    /// <summary>The next launch of a case, in the order of its rounds; null if there is no other.</summary>
    public ExecuteResult? Next(BenchmarkCase benchmark) =>
        _results.GetValueOrDefault(CaseFromReport.IdOf(benchmark)) is { Count: > 0 } left ? left.Dequeue() : null;

    private ExecuteResult Measure(PlannedLaunch launch, BuiltCase built, IExecutor executor, ILogger log, IResolver resolver)
    {
        DateTimeOffset startedAt = saver.Start(launch);
        SettingsVariables.WriteHere(settings with { TimesOnly = !launch.Last });
        ExecuteResult result = executor.Execute(
            new ExecuteParameters(built.Program, built.Case, built.Id, log, resolver, launch.Round));
        result.LogIssues(log, built.Program);
        saver.Save(launch, built.Case, built.Program, result, startedAt);
        return result;
    }

    private sealed record BuiltCase(BenchmarkCase Case, BenchmarkId Id, BuildResult Program);
}

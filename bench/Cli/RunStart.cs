using BenchGate.Measuring;
using Benchmarks.Engine;
using Benchmarks.Serving;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>The record of a run before its first case.</summary>
internal static class RunStart
{
    /// <summary>Begins a run, or continues the interrupted one.</summary>
    public static RunFolder Open(
        RunPlan plan, RunOptions options, BenchmarkArguments arguments, HostFingerprint host, SourceIdentity source)
    {
        RunRecord start = Record(plan, options, arguments, host, source);
        return options.Resume ? RunFolder.Resume(options.Output, start) : RunFolder.Begin(options.Output, start);
    }

    private static RunRecord Record(
        RunPlan plan, RunOptions options, BenchmarkArguments arguments, HostFingerprint host, SourceIdentity source)
    {
        return new RunRecord
        {
            Schema = RunRecord.CurrentSchema,
            Complete = false,
            StartedAt = TimeProvider.System.GetUtcNow(),
            Host = host,
            Source = source,
            Profile = arguments.BringJob ? "custom" : options.Profile.Id,
            OptionsHash = arguments.Hash,
            JobHash = arguments.JobHash,
            Chosen = options.Settings.Scenarios.Count > 0 ? new(options.Settings.Scenarios, options.Settings.Strategies) : null,
            Scale = options.Profile.Scale,
            RequestDivisor = options.Profile.Divisor,
            Rounds = arguments.RunInProcess
                ? null
                : new RoundsRecord(plan.Cases.Max(RunPlan.RoundsOf), NewSeed.Draw()),
            Hosting = options.Hosting.ToText(),
            Scenarios = [.. plan.Scenarios.Select(options.Settings.ScaledScenario).Select(RecordOf)],
            Planned = [.. plan.Cases.Select(CaseFromReport.IdOf)],
            Cases = [],
            Warnings =
            [
                .. plan.Scenarios
                    .Select(id => UnscaledTimeout.Warning(ScenarioCatalog.BuiltIn[id], options.Profile))
                    .OfType<string>(),
            ],
        };
    }

    private static ScenarioRecord RecordOf(Scenario scenario) =>
        new(scenario.Id, scenario.Title, ScenarioDescription.Of(scenario)) { Note = scenario.Note is "" ? null : scenario.Note };
}

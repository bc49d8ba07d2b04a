using BenchGate.Errors;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Rounds;

namespace Benchmarks.Cli;

/// <summary>The cases that the options of <c>run</c> choose: to measure them, or to list them.</summary>
internal static class TypedPlan
{
    private static readonly string[] s_everything = ["--filter", "*"];
    private static readonly Job s_planned = ScratchToolchain.AsMutator(null);

    /// <exception cref="UsageException">No case is left, or a pattern of <c>--filter</c> matches none.</exception>
    public static RunPlan Of(BenchmarkArguments arguments, SuiteSettings settings) => Of(arguments, settings, arguments.BringFilter);

    /// <summary>
    /// BenchmarkDotNet's own answer to <c>--list</c> or <c>--info</c>. Without a choice, all cases are listed. Of chosen scenarios it would
    /// list one method, so their cases are listed by their full names.
    /// </summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">There is nothing to list; BenchmarkDotNet would say nothing.</exception>
    public static int Ask(BenchmarkArguments arguments, SuiteSettings settings, TextWriter output)
    {
        RunPlan? listed = arguments.List ? Of(arguments, settings, everything: true) : null;
        if (listed is not null && settings.Scenarios.Count > 0)
        {
            foreach (BenchmarkCase one in listed.Cases)
                output.WriteLine(CaseFromReport.IdOf(one));
            return ExitCodes.Ok;
        }

        IConfig console = ManualConfig.CreateEmpty().AddLogger(ConsoleLogger.Default);
        string[] args = [.. arguments.Args, .. arguments.BringFilter ? [] : s_everything];
        ScenarioBenchmarks.With(settings, () => BenchmarkSwitcher.FromTypes([.. RunPlan.TypesFor(settings)]).Run(args, console));
        return ExitCodes.Ok;
    }

    private static RunPlan Of(BenchmarkArguments arguments, SuiteSettings settings, bool everything)
    {
        // Only jobs and filters decide which cases exist. Without any logger, a validator of BenchmarkDotNet writes to the console.
        var plan = RunPlan.Create(
            settings,
            type => arguments.Join(ManualConfig.CreateEmpty().AddLogger(NullLogger.Instance), settings.Profile, type, s_planned),
            everything);
        CaseGlobs.RequireEach("--filter", arguments.Filters, plan.Cases);
        return plan;
    }
}

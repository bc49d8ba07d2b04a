using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Errors;
using Benchmarks.Fetching;
using Benchmarks.Macro;
using Benchmarks.Measurement;

namespace Benchmarks.Engine;

/// <summary>The cases that a run is going to measure, known before the first one starts.</summary>
public sealed class RunPlan
{
    private RunPlan(IReadOnlyList<BenchmarkRunInfo> classes, SuiteSettings settings)
    {
        Classes = classes;
        Settings = settings;
        Cases = [.. classes.SelectMany(type => type.BenchmarksCases)];
        Macro = [.. Cases.Select(MacroOf).OfType<MacroCase>()];
    }

    public SuiteSettings Settings { get; }

    public Profile Profile => Settings.Profile;

    /// <summary>What BenchmarkDotNet is given, a class at a time.</summary>
    public IReadOnlyList<BenchmarkRunInfo> Classes { get; }

    public IReadOnlyList<BenchmarkCase> Cases { get; }

    /// <summary>Those of the cases that fetch a scenario.</summary>
    public IReadOnlyList<MacroCase> Macro { get; }

    /// <summary>The scenarios that must be served.</summary>
    public IReadOnlyList<string> Scenarios => [.. Macro.Select(macro => macro.Scenario.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// About how long the run takes: the model's time for each operation, and BenchmarkDotNet's own for builds and launches.
    /// </summary>
    public TimeSpan Estimate => CaseEstimates.Aggregate(EstimateBefore + EstimateAfter, (sum, one) => sum + one);

    /// <summary>About how long BenchmarkDotNet builds until the first case begins.</summary>
    public static TimeSpan EstimateBefore => s_build;

    /// <summary>About how long each case takes, its launches and the fresh process in which it is watched included.</summary>
    public IReadOnlyList<TimeSpan> CaseEstimates =>
    [
        .. Cases.Select(one => s_launch
            + (MacroOf(one) is { } macro ? EstimateOf(macro) + GrowthOf(macro) + (Profile.Thorough ? s_watch : TimeSpan.Zero) : TimeSpan.Zero)
            + (SuiteConfig.IsThroughput(one.Descriptor.Type) ? ThroughputEstimate : TimeSpan.Zero)),
    ];

    /// <summary>About how long the instrument checks itself after the last case.</summary>
    public TimeSpan EstimateAfter => Profile.Thorough ? s_check : TimeSpan.Zero;

    // Measured on two cores: the generated project's build, the instrument's check of itself, and start, set-up and end
    // of a child and of the fresh process in which the case is watched.
    private static readonly TimeSpan s_build = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan s_launch = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan s_watch = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_check = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan s_compile = TimeSpan.FromSeconds(0.5); // until a micro-benchmark's code is

    // Once the pool has as many threads as it makes willingly it adds four a second.
    private static readonly TimeSpan s_thread = TimeSpan.FromSeconds(0.25);

    // The pilot stage doubles up to an iteration, which is two altogether; the loop's own overhead and the counting of allocations take
    // about as much again.
    private TimeSpan ThroughputEstimate => s_compile + ((4 + SuiteConfig.ThroughputWarmups + Profile.Iterations) * Profile.ThroughputIteration);

    /// <param name="configOf">The configuration of a class: jobs differ between classes.</param>
    /// <param name="everything">True offers every class to the filter, false the profile's own.</param>
    /// <param name="offered">Classes that can have a case that is wanted; all, unless the caller knows better. Looking through a class
    /// takes milliseconds.</param>
    /// <exception cref="UsageException">No benchmark is left.</exception>
    public static RunPlan Create(SuiteSettings settings, Func<Type, IConfig> configOf, bool everything, Func<Type, bool>? offered = null)
    {
        bool all = everything || settings.Profile.Id == Profile.Full.Id;
        IEnumerable<BenchmarkRunInfo> wanted = all
            ? TypesFor(settings).Where(offered ?? (_ => true)).Select(type => CasesOf(type, configOf(type), settings, _ => true))
            : ChosenClasses(configOf, settings);
        BenchmarkRunInfo[] classes = [.. wanted.Where(type => type.BenchmarksCases.Length > 0)];
        return classes.Length > 0
            ? new RunPlan(classes, settings)
            : throw new UsageException("No benchmark matches the filter; 'list' shows all of them.");
    }

    /// <summary>The same cases, with the configuration that measures them.</summary>
    public BenchmarkRunInfo[] Under(Func<Type, IConfig> configOf)
    {
        HashSet<string> planned = [.. Cases.Select(CaseFromReport.IdOf)];
        return [.. Classes.Select(type => CasesOf(type.Type, configOf(type.Type), Settings, one => planned.Contains(CaseFromReport.IdOf(one))))];
    }

    /// <summary>What is left of it once some cases are measured; perhaps nothing.</summary>
    public RunPlan Without(IEnumerable<string> measured)
    {
        var done = measured.ToHashSet(StringComparer.Ordinal);
        return new RunPlan(
            [.. Classes.Select(LeftOf).Where(type => type.BenchmarksCases.Length > 0)],
            Settings);

        BenchmarkRunInfo LeftOf(BenchmarkRunInfo type) =>
            new([.. type.BenchmarksCases.Where(one => !done.Contains(CaseFromReport.IdOf(one)))], type.Type, type.Config);
    }

    /// <summary>All classes with benchmarks; <see cref="ScenarioBenchmarks"/> only if a scenario was chosen for it.</summary>
    public static IEnumerable<Type> TypesFor(SuiteSettings settings) => typeof(RunPlan).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsClass: true } && type.GetMethods().Any(IsBenchmark))
        .Where(type => type != typeof(ScenarioBenchmarks) || settings.Scenarios.Count > 0)
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>All classes with benchmarks that need no choice.</summary>
    public static IEnumerable<Type> AllTypes => TypesFor(new SuiteSettings());

    /// <summary>
    /// About how long BenchmarkDotNet measures one case; operations more count allocations and draw the timelines, warm and cold.
    /// </summary>
    public TimeSpan EstimateOf(MacroCase macro) => macro.Model(Results.Records.Regimes.Warm).Predicted * (Profile.Warmups + Profile.Iterations + (Profile.Thorough ? 3 : 2));

    /// <summary>At the worst, a pool must grow to a thread a request in the fresh process.</summary>
    private TimeSpan GrowthOf(MacroCase macro) => Profile.Thorough && macro.Strategy.Threads == ThreadUse.PoolBlocked ? macro.Requests * s_thread : TimeSpan.Zero;

    /// <summary>The scenarios that were chosen, or else the articles' own ways.</summary>
    private static IEnumerable<BenchmarkRunInfo> ChosenClasses(Func<Type, IConfig> configOf, SuiteSettings settings) =>
        settings.Scenarios.Count > 0
            ? [CasesOf(typeof(ScenarioBenchmarks), configOf(typeof(ScenarioBenchmarks)), settings, _ => true)]
            : AllTypes.Select(type => CasesOf(type, configOf(type), settings, IsStandard));

    /// <summary>
    /// Those of every profile first, a baseline among them: BenchmarkDotNet would have them last, since it sorts by category.
    /// </summary>
    private static BenchmarkRunInfo CasesOf(Type type, IConfig config, SuiteSettings settings, Func<BenchmarkCase, bool> wanted)
    {
        BenchmarkRunInfo all = ScenarioBenchmarks.With(settings, () => BenchmarkConverter.TypeToBenchmarks(type, config));
        return new BenchmarkRunInfo([.. all.BenchmarksCases.Where(wanted).OrderBy(one => IsStandard(one) ? 0 : 1)], all.Type, all.Config);
    }

    private MacroCase? MacroOf(BenchmarkCase benchmark) => MacroCase.Of(benchmark, Settings);

    private static bool IsStandard(BenchmarkCase benchmark) => benchmark.Descriptor.HasCategory(MacroBenchmarks.Standard);

    private static bool IsBenchmark(System.Reflection.MethodInfo method) =>
        method.IsDefined(typeof(BenchmarkDotNet.Attributes.BenchmarkAttribute), inherit: true);
}

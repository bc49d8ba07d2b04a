using BenchGate.Errors;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Fetching;
using Benchmarks.Macro;
using Benchmarks.Measurement;

namespace Benchmarks.Engine;

/// <summary>The cases of a run, known before the first one starts.</summary>
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

    /// <summary>The input for BenchmarkDotNet, one element for each class.</summary>
    public IReadOnlyList<BenchmarkRunInfo> Classes { get; }

    public IReadOnlyList<BenchmarkCase> Cases { get; }

    /// <summary>The cases that fetch a scenario.</summary>
    public IReadOnlyList<MacroCase> Macro { get; }

    /// <summary>The scenarios that must be served.</summary>
    public IReadOnlyList<string> Scenarios => [.. Macro.Select(macro => macro.Scenario.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Estimated time of the run: the model's time for each operation, plus BenchmarkDotNet's time for builds and launches.
    /// </summary>
    public TimeSpan Estimate => Cases.Aggregate(
        EstimateBefore + EstimateAfter,
        (sum, one) => sum + ((RoundsOf(one) - 1) * EstimateOf(one, last: false)) + EstimateOf(one, last: true));

    /// <summary>Estimated time of BenchmarkDotNet's build before the first case.</summary>
    public static TimeSpan EstimateBefore => s_build;

    /// <summary>The number of launches of a case, one in each round: the profile's, or that of <c>--launchCount</c> or a job.</summary>
    public static int RoundsOf(BenchmarkCase benchmark) => Math.Max(1, benchmark.Job.Run.LaunchCount);

    /// <summary>Estimated time of one launch of a case.</summary>
    /// <param name="last">The last launch also counts allocations and records timelines, one of them in a new process.</param>
    public TimeSpan EstimateOf(BenchmarkCase benchmark, bool last)
    {
        TimeSpan launch = s_launch + (SuiteConfig.IsThroughput(benchmark.Descriptor.Type) ? ThroughputEstimate : TimeSpan.Zero);
        if (MacroOf(benchmark) is not { } macro)
            return launch;
        launch += EstimateOf(macro) + (Profile.Thorough ? s_warmUp : TimeSpan.Zero);
        return last ? launch + ExtraOf(macro) + GrowthOf(macro) + (Profile.Thorough ? s_watch : TimeSpan.Zero) : launch;
    }

    /// <summary>Estimated time of the instrument's check after the last case.</summary>
    public TimeSpan EstimateAfter => Profile.Thorough ? s_check : TimeSpan.Zero;

    // Measured on two cores: the build of the generated project, the instrument's check, the start, set-up and end of a child process
    // and of the new process that records the case, and the time until .NET has compiled the code of a launch.
    private static readonly TimeSpan s_build = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan s_launch = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan s_watch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_check = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan s_compile = TimeSpan.FromSeconds(0.5); // of a micro-benchmark

    // Above its minimum number of threads, the thread pool adds four threads a second.
    private static readonly TimeSpan s_thread = TimeSpan.FromSeconds(0.25);

    // The pilot stage doubles the operations until they fill an iteration, which takes the time of two. Measuring the loop's own overhead
    // and counting allocations take about two more.
    private TimeSpan ThroughputEstimate =>
        s_compile + ((4 + SuiteConfig.ThroughputWarmups + Profile.ThroughputIterations) * Profile.ThroughputIteration);

    /// <param name="configOf">The configuration of a class, because jobs differ between classes.</param>
    /// <param name="everything">True applies the filter to every class, false to the profile's classes. With chosen scenarios there are
    /// only their cases.</param>
    /// <param name="offered">Classes that can contain a wanted case; default: all. It saves time: searching one class takes
    /// milliseconds.</param>
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
            : throw new UsageException(settings.Scenarios.Count == 0
                ? "No benchmark matches the filter; 'list' shows all of them."
                : $"No case of --scenario {string.Join(", ", settings.Scenarios)} matches the filter; with both, a case must match both "
                    + "('run --scenario ID --list flat' shows them).");
    }

    /// <summary>The same cases, with the configuration that measures them.</summary>
    public BenchmarkRunInfo[] Under(Func<Type, IConfig> configOf)
    {
        HashSet<string> planned = [.. Cases.Select(CaseFromReport.IdOf)];
        return
        [
            .. Classes.Select(type => CasesOf(type.Type, configOf(type.Type), Settings, one => planned.Contains(CaseFromReport.IdOf(one)))),
        ];
    }

    /// <summary>The plan without the cases all of whose rounds are measured; it can be empty.</summary>
    /// <param name="measured">The number of measured rounds of a case.</param>
    public RunPlan Without(Func<string, int> measured)
    {
        return new RunPlan(
            [.. Classes.Select(LeftOf).Where(type => type.BenchmarksCases.Length > 0)],
            Settings);

        BenchmarkRunInfo LeftOf(BenchmarkRunInfo type) => new(
            [.. type.BenchmarksCases.Where(one => measured(CaseFromReport.IdOf(one)) < RoundsOf(one))], type.Type, type.Config);
    }

    /// <summary>
    /// All classes with benchmarks, without <see cref="ScenarioBenchmarks"/>. If scenarios were chosen, only that class.
    /// </summary>
    public static IEnumerable<Type> TypesFor(SuiteSettings settings) => typeof(RunPlan).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsClass: true } && type.GetMethods().Any(IsBenchmark))
        .Where(type => (type == typeof(ScenarioBenchmarks)) == (settings.Scenarios.Count > 0))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>All classes with benchmarks that need no choice.</summary>
    public static IEnumerable<Type> AllTypes => TypesFor(new SuiteSettings());

    /// <summary>Estimated time of the operations of one launch. A thorough profile's warm-up takes little of it.</summary>
    public TimeSpan EstimateOf(MacroCase macro) =>
        macro.Model(Results.Records.Regimes.Warm).Predicted * (Profile.Iterations + (Profile.Thorough ? 0 : Profile.Warmups));

    /// <summary>The extra operations of the last launch: they count allocations and record the warm and the cold timeline.</summary>
    private TimeSpan ExtraOf(MacroCase macro) => macro.Model(Results.Records.Regimes.Warm).Predicted * (Profile.Thorough ? 3 : 2);

    /// <summary>In the worst case the thread pool of the new process must grow to one thread for each request.</summary>
    private TimeSpan GrowthOf(MacroCase macro) =>
        Profile.Thorough && macro.Strategy.Threads == ThreadUse.PoolBlocked ? macro.Requests * s_thread : TimeSpan.Zero;

    /// <summary>The chosen scenarios, or else the articles' classes.</summary>
    private static IEnumerable<BenchmarkRunInfo> ChosenClasses(Func<Type, IConfig> configOf, SuiteSettings settings) =>
        settings.Scenarios.Count > 0
            ? [CasesOf(typeof(ScenarioBenchmarks), configOf(typeof(ScenarioBenchmarks)), settings, _ => true)]
            : AllTypes.Select(type => CasesOf(type, configOf(type), settings, IsStandard));

    /// <summary>
    /// The cases of every profile, with the baseline, come first. BenchmarkDotNet sorts by category, so it would run them last. Chosen
    /// scenarios and strategies stay in the order of the choice. BenchmarkDotNet sorts them as texts, so a bound of 10 would come before 2.
    /// </summary>
    private static BenchmarkRunInfo CasesOf(Type type, IConfig config, SuiteSettings settings, Func<BenchmarkCase, bool> wanted)
    {
        BenchmarkRunInfo all = ScenarioBenchmarks.With(settings, () => BenchmarkConverter.TypeToBenchmarks(type, config));
        List<string> scenarios = [.. settings.Scenarios], strategies = [.. ScenarioBenchmarks.StrategiesOf(settings)];
        return new BenchmarkRunInfo(
            [
                .. all.BenchmarksCases.Where(wanted)
                    .OrderBy(one => IsStandard(one) ? 0 : 1)
                    .ThenBy(one => PlaceIn(scenarios, one, nameof(ScenarioBenchmarks.Scenario)))
                    .ThenBy(one => PlaceIn(strategies, one, nameof(ScenarioBenchmarks.Strategy))),
            ],
            all.Type,
            all.Config);
    }

    private static int PlaceIn(List<string> chosen, BenchmarkCase one, string parameter) =>
        one.Parameters[parameter] is string id ? chosen.IndexOf(id) : 0;

    private MacroCase? MacroOf(BenchmarkCase benchmark) => MacroCase.Of(benchmark, Settings);

    private static bool IsStandard(BenchmarkCase benchmark) => benchmark.Descriptor.HasCategory(MacroBenchmarks.Standard);

    private static bool IsBenchmark(System.Reflection.MethodInfo method) =>
        method.IsDefined(typeof(BenchmarkDotNet.Attributes.BenchmarkAttribute), inherit: true);
}

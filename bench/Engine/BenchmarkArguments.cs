using System.Security.Cryptography;
using System.Text;
using BenchGate.Errors;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.ConsoleArguments.ListBenchmarks;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Benchmarks.Measurement;
using Benchmarks.Serving;

namespace Benchmarks.Engine;

/// <summary>
/// The arguments for BenchmarkDotNet. They are checked before anything runs, because BenchmarkDotNet prints its errors and exits with 0.
/// </summary>
public sealed class BenchmarkArguments
{
    private const string OtherRuntime =
        "--runtimes, --clrVersion, --coreRun and --cli are not allowed: the suite measures on the .NET 10 runtime that runs it.";

    private static readonly string[] s_jobOptions = ["-j", "--job"];
    private static readonly string[] s_runtimeOptions = ["-r", "--runtimes"];
    private static readonly string[] s_outlierOptions = ["--outliers"];

    private BenchmarkArguments(IReadOnlyList<string> args, CommandLineOptions options) => (Args, Options) = (args, options);

    public IReadOnlyList<string> Args { get; }

    /// <summary>
    /// Hash of the arguments, so that the record holds no path or name from them; null without arguments. Lower-case hex, 16 digits.
    /// </summary>
    public string? Hash => Args.Count == 0 ? null : HashOf(string.Join('\0', Args));

    /// <summary>Hash of the arguments that change how cases are measured; null if none does. See <see cref="JobOptions"/>.</summary>
    public string? JobHash => JobOptions.Canonical(Options) is { Length: > 0 } changes ? HashOf(changes) : null;

    /// <summary>True if the arguments contain a job, which then replaces the profile's job.</summary>
    public bool BringJob => !Options.BaseJob.Equals("default", StringComparison.OrdinalIgnoreCase) || Name(Args, s_jobOptions);

    /// <summary>The patterns of <c>--filter</c>.</summary>
    public IReadOnlyList<string> Filters => [.. Options.Filters];

    public bool BringFilter => Options.Filters.Any();

    public bool RunInProcess => Options.RunInProcess;

    /// <summary>True if BenchmarkDotNet lists the chosen cases.</summary>
    public bool List => Options.ListBenchmarkCaseMode != ListBenchmarkCaseMode.Disabled;

    /// <summary>True if BenchmarkDotNet only prints information and measures nothing.</summary>
    public bool OnlyAsk => Options.PrintInformation || List;

    private CommandLineOptions Options { get; }

    /// <exception cref="UsageException">BenchmarkDotNet does not accept the arguments, or they contradict how the suite
    /// measures.</exception>
    public static BenchmarkArguments Parse(IReadOnlyList<string> args, Hosting hosting)
    {
        if (UnknownArgument.In(args) is { } unknown)
        {
            throw new UsageException($"'{unknown}' is neither an option nor the value of one; "
                + "use --scenario for a scenario, --filter for benchmarks (--help lists the options).");
        }

        var log = new AccumulationLogger();
        (bool ok, _, CommandLineOptions options) = Understood(args, () => ConfigParser.Parse([.. args], log));
        if (!ok)
            throw new UsageException(Name(args, s_runtimeOptions) ? OtherRuntime : FirstError(log.GetLog(), args));

        if (!Name(args, s_outlierOptions))
            options.Outliers = SuiteConfig.Outliers; // also for a job from the command line, which would remove upper outliers
        string? contradiction = Contradiction(options, hosting);
        return contradiction is null ? new BenchmarkArguments(args, options) : throw new UsageException(contradiction);
    }

    /// <summary>The suite's configuration combined with the arguments, for one class of benchmarks.</summary>
    /// <param name="toolchain">A mutator with the toolchain; the same for all classes, so that they are built together.</param>
    public IConfig Join(ManualConfig suite, Profile profile, Type benchmarks, Job toolchain)
    {
        suite.AddJob(BringJob
            ? new Job().WithOutlierMode(Options.Outliers).AsMutator()
            : SuiteConfig.JobOf(profile, benchmarks).WithOutlierMode(Options.Outliers));
        if (SuiteConfig.IsThroughput(benchmarks))
            suite.AddDiagnoser(ThreadingDiagnoser.Default);
        (_, IConfig typed, _) = Understood(Args, () => ConfigParser.Parse([.. Args], NullLogger.Instance, suite));
        suite.AddJob(RunInProcess
            ? new Job().WithLaunchCount(1).AsMutator() // a second launch would be the same process
            : toolchain);
        return ManualConfig.Union(suite, typed);
    }

    /// <summary>
    /// BenchmarkDotNet throws for some invalid values instead of refusing them, such as <c>--envVars A</c> without a colon.
    /// </summary>
    private static T Understood<T>(IReadOnlyList<string> args, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception stumbled) // a library throws it, so it can be any exception
        {
            string typed = string.Join(' ', args);
            throw new UsageException($"'{typed}': BenchmarkDotNet refuses it ({stumbled.Message}); --help lists the options.", stumbled);
        }
    }

    private static string? Contradiction(CommandLineOptions options, Hosting hosting)
    {
        if (options.Runtimes.Any() || options.ClrVersion is not null || options.CoreRunPaths.Any() || options.CliPath is not null)
            return OtherRuntime;
        if (options.RunInProcess && hosting != Hosting.InProcess)
        {
            return $"--inProcess is not allowed with --hosting {hosting.ToText()}: client and server would run in one process; "
                + "if you want that, add --hosting in-process.";
        }
        if (options.ApplesToApples || options.Resume)
            return "--apples and --resume are not allowed: the suite fixes the number of operations and keeps finished cases itself.";
        return JobRanges.FirstFault(options);
    }

    /// <summary>True if an argument is one of the options. BenchmarkDotNet ignores their case.</summary>
    private static bool Name(IReadOnlyList<string> args, string[] options) =>
        args.Any(arg => options.Contains(arg.Split('=')[0], StringComparer.OrdinalIgnoreCase));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static string FirstError(string log, IReadOnlyList<string> args)
    {
        string[] lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string line = lines.SkipWhile(text => !text.StartsWith("ERROR", StringComparison.Ordinal)).Skip(1).FirstOrDefault()
            ?? lines.FirstOrDefault()
            ?? "not understood";
        return $"'{string.Join(' ', args)}': {line} (--help lists the options).";
    }
}

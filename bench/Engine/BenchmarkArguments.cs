using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.ConsoleArguments.ListBenchmarks;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Benchmarks.Errors;
using Benchmarks.Measurement;
using Benchmarks.Serving;

namespace Benchmarks.Engine;

/// <summary>
/// What was typed for BenchmarkDotNet itself: checked before anything runs, since it would only print its errors and exit 0.
/// </summary>
public sealed class BenchmarkArguments
{
    private const string OtherRuntime = "--runtimes, --clrVersion, --coreRun and --cli are not allowed: the suite measures on the .NET 10 that runs it.";

    private static readonly string[] s_jobOptions = ["-j", "--job"];
    private static readonly string[] s_runtimeOptions = ["-r", "--runtimes"];
    private static readonly string[] s_outlierOptions = ["--outliers"];

    private BenchmarkArguments(IReadOnlyList<string> args, CommandLineOptions options) => (Args, Options) = (args, options);

    public IReadOnlyList<string> Args { get; }

    /// <summary>
    /// Tells what was typed from anything else, without a path or a name in it; null if nothing was. Lower-case hex, 16 digits.
    /// </summary>
    public string? Hash => Args.Count == 0 ? null : HashOf(string.Join('\0', Args));

    /// <summary>Tells how it was measured from any other way; null if nothing typed changes that. See <see cref="JobOptions"/>.</summary>
    public string? JobHash => JobOptions.Canonical(Options) is { Length: > 0 } changes ? HashOf(changes) : null;

    /// <summary>True if the arguments bring a job: then the profile's is left out.</summary>
    public bool BringJob => !Options.BaseJob.Equals("default", StringComparison.OrdinalIgnoreCase) || Name(Args, s_jobOptions);

    public bool BringFilter => Options.Filters.Any();

    public bool RunInProcess => Options.RunInProcess;

    /// <summary>True if BenchmarkDotNet is only asked for information, and nothing is measured.</summary>
    public bool OnlyAsk => Options.PrintInformation || Options.ListBenchmarkCaseMode != ListBenchmarkCaseMode.Disabled;

    private CommandLineOptions Options { get; }

    /// <exception cref="UsageException">BenchmarkDotNet does not accept them, or they contradict how the suite measures.</exception>
    public static BenchmarkArguments Parse(IReadOnlyList<string> args, Hosting hosting)
    {
        if (UnknownArgument.In(args) is { } unknown)
            throw new UsageException($"'{unknown}' belongs to no option: a scenario goes with --scenario, benchmarks with --filter (--help lists the options).");

        var log = new AccumulationLogger();
        (bool ok, _, CommandLineOptions options) = Understood(args, () => ConfigParser.Parse([.. args], log));
        if (!ok)
            throw new UsageException(Name(args, s_runtimeOptions) ? OtherRuntime : FirstError(log.GetLog(), args));

        if (!Name(args, s_outlierOptions))
            options.Outliers = SuiteConfig.Outliers; // for a typed job too, which would remove the upper ones
        string? contradiction = Contradiction(options, hosting);
        return contradiction is null ? new BenchmarkArguments(args, options) : throw new UsageException(contradiction);
    }

    /// <summary>The suite's configuration joined with what was typed, for one class of benchmarks.</summary>
    public IConfig Join(ManualConfig suite, Profile profile, Type benchmarks)
    {
        suite.AddJob(BringJob
            ? new Job().WithOutlierMode(Options.Outliers).AsMutator()
            : SuiteConfig.JobOf(profile, benchmarks).WithOutlierMode(Options.Outliers));
        if (SuiteConfig.IsThroughput(benchmarks))
            suite.AddDiagnoser(ThreadingDiagnoser.Default);
        (_, IConfig typed, _) = Understood(Args, () => ConfigParser.Parse([.. Args], NullLogger.Instance, suite));
        if (!RunInProcess)
            suite.AddJob(ScratchToolchain.AsMutator);
        return ManualConfig.Union(suite, typed);
    }

    /// <summary>Some values, such as <c>--envVars A</c> without a colon, BenchmarkDotNet does not refuse but stumbles over.</summary>
    private static T Understood<T>(IReadOnlyList<string> args, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception stumbled) // by a library, so it can be anything
        {
            throw new UsageException($"'{string.Join(' ', args)}': BenchmarkDotNet does not understand it ({stumbled.Message}); --help lists the options.", stumbled);
        }
    }

    private static string? Contradiction(CommandLineOptions options, Hosting hosting)
    {
        if (options.Runtimes.Any() || options.ClrVersion is not null || options.CoreRunPaths.Any() || options.CliPath is not null)
            return OtherRuntime;
        if (options.RunInProcess && hosting != Hosting.InProcess)
            return $"--inProcess is not allowed with --hosting {hosting.ToText()}: it would put client and server into one process; say --hosting in-process if you mean that.";
        if (options.ApplesToApples || options.Resume)
            return "--apples and --resume are not allowed: the suite fixes the number of operations and keeps finished cases itself.";
        return null;
    }

    /// <summary>True if an argument is one of the options, which BenchmarkDotNet reads in any casing.</summary>
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

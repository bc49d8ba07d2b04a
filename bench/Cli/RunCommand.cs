using System.CommandLine;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Benchmarks.Serving;

namespace Benchmarks.Cli;

/// <summary><c>run</c>: measures and writes the reports.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    public static Command Create()
    {
        Option<string> profile = ProfileOption.Create(Profile.Standard, "Size and repetitions: " + ProfileOption.Listed(Profile.All));
        var chosen = new ScenarioOptions();
        var hosting = new Option<string>("--hosting")
        {
            Description = "Where the server runs: shared (in its own process, for all cases) or in-process (in the measured process)",
            DefaultValueFactory = _ => "shared",
        };
        hosting.AcceptOnlyFromAmong("shared", "in-process");
        Option<string> server = ServerOption.Create();
        var serverUrl = new Option<string>("--server-url")
        {
            Description = "Measure against a server that was started with 'serve' (external hosting); needs exactly one --scenario",
        };
        Option<string> output = OutputOption.Create("for latest/ and previous/");
        var resume = new Option<bool>("--resume")
        {
            Description = "Continue a run that was interrupted, or whose cases failed: measure what latest/run.json lacks. "
                + "Give the same options again",
        };
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Print BenchmarkDotNet's own log, instead of writing it to latest/benchmarkdotnet/run.log",
        };

        var command = new Command(Name, "Measure and write the reports (the default verb). "
            + "Options that are not listed here go to BenchmarkDotNet: "
            + "--filter '*PokeApi*', --job short, --list flat, --iterationCount 5 …")
        {
            profile, chosen.Scenario, chosen.Strategies, chosen.Bounds, hosting, server, serverUrl, output, resume, verbose,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) =>
        {
            SuiteSettings settings = chosen.Into(
                new SuiteSettings { Profile = ProfileOption.Of(parsed, profile), Server = ServerOption.Of(parsed, server) }, parsed);
            var options = new RunOptions(
                settings,
                HostingOf(parsed.GetRequiredValue(hosting), parsed.GetValue(serverUrl)),
                HttpAddress.Parse("--server-url", parsed.GetValue(serverUrl)),
                OutputOption.FolderOf(parsed, output),
                parsed.GetValue(resume),
                parsed.GetValue(verbose),
                [.. parsed.UnmatchedTokens]);
            return SuiteRun.ExecuteAsync(options, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    private static Hosting HostingOf(string hosting, string? serverUrl) => (hosting, serverUrl) switch
    {
        ("in-process", not null) => throw new UsageException("--server-url is not allowed with --hosting in-process; give one of the two."),
        (_, not null) => Hosting.External,
        ("in-process", _) => Hosting.InProcess,
        ("shared", _) => Hosting.Shared,
        // The parser accepts '--help' as a value, so the message mentions it.
        _ => throw new UsageException($"--hosting is '{hosting}'; allowed are shared, in-process (--help lists the options)."),
    };
}

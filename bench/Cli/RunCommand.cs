using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Measurement;
using Benchmarks.Serving;

namespace Benchmarks.Cli;

/// <summary><c>run</c>: measures and writes the reports.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    public static Command Create()
    {
        Option<string> profile = ProfileOption.Create(Profile.Standard, "How large and how often: " + ProfileOption.Listed(Profile.All));
        var chosen = new ScenarioOptions();
        var hosting = new Option<string>("--hosting")
        {
            Description = "Where the server lives: shared (in a process of its own, shared by all cases) or in-process (inside the measured one)",
            DefaultValueFactory = _ => "shared",
        };
        hosting.AcceptOnlyFromAmong("shared", "in-process");
        Option<string> server = ServerOption.Create();
        var serverUrl = new Option<string>("--server-url") { Description = "Measure against a server started elsewhere with 'serve' (external hosting); needs one --scenario" };
        Option<string> output = OutputOption.Create("that gets latest/ and previous/");
        var resume = new Option<bool>("--resume") { Description = "Go on with an interrupted run: measure what latest/run.json still misses. Its options must be given again" };
        var verbose = new Option<bool>("--verbose") { Description = "Show BenchmarkDotNet's own log; otherwise it goes to latest/benchmarkdotnet/run.log" };

        var command = new Command(Name, "Measure and write the reports (the default verb). Options that are not listed go to BenchmarkDotNet: --filter '*PokeApi*', --job short, --list flat, --iterationCount 5 …")
        {
            profile, chosen.Scenario, chosen.Strategies, hosting, server, serverUrl, output, resume, verbose,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) =>
        {
            SuiteSettings settings = chosen.Into(
                new SuiteSettings { Profile = ProfileOption.Of(parsed, profile), Server = ServerOption.Of(parsed, server) }, parsed);
            return SuiteRun.ExecuteAsync(
                new RunOptions(
                    settings,
                    HostingOf(parsed.GetRequiredValue(hosting), parsed.GetValue(serverUrl)),
                    HttpAddress.Parse("--server-url", parsed.GetValue(serverUrl)),
                    OutputOption.FolderOf(parsed, output),
                    parsed.GetValue(resume),
                    parsed.GetValue(verbose),
                    [.. parsed.UnmatchedTokens]),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    private static Hosting HostingOf(string hosting, string? serverUrl) => (hosting, serverUrl) switch
    {
        ("in-process", not null) => throw new UsageException("--server-url is not allowed with --hosting in-process: a server is either here or there."),
        (_, not null) => Hosting.External,
        ("in-process", _) => Hosting.InProcess,
        ("shared", _) => Hosting.Shared,
        _ => throw new UsageException($"--hosting is '{hosting}'; allowed are shared, in-process (--help lists the options)."), // '--help' as its value is not judged by the parser
    };
}

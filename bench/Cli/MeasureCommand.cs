using System.CommandLine;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Engine;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Benchmarks.Serving;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>measure</c>: measures in this process and prints JSON; for scripts and for the gate.</summary>
internal static class MeasureCommand
{
    public static Command Create()
    {
        var cases = new Option<string[]>("--cases")
        {
            Description = "Patterns of full benchmark names, with * and ?; default: the profile's cases",
        };
        var warmups = new Option<int>("--warmups")
        {
            Description = "Operations before the measured ones, at least 1: "
                + "the cases share this process, and only its first operation has a cold thread pool",
            DefaultValueFactory = _ => 1,
        };
        var iterations = new Option<int>("--iterations") { Description = "Measured operations", DefaultValueFactory = _ => 5 };
        Option<string> profile = ProfileOption.Create(Profile.Standard, "Scale of the work");
        var server = new Option<string[]>("--server")
        {
            Description = "SCENARIO=http://ADDRESS:PORT of a running server, or the kind of server in this process: "
                + "wiremock (default) or kestrel",
        };
        var countOnly = new Option<bool>("--count-only")
        {
            Description = "Do not measure times, only count the requests, connections and peak in-flight of each case",
        };
        var chosen = new ScenarioOptions();
        WholeNumber.Require(warmups, 1, 10_000);
        WholeNumber.Require(iterations, 1, 10_000);

        var command = new Command("measure", "Measure in this process and print one JSON object: "
            + "raw nanoseconds, allocations, digest, source hash.")
        {
            cases, warmups, iterations, profile, chosen.Scenario, chosen.Strategies, chosen.Bounds, server, countOnly,
        };
        command.SetAction(async (parsed, stop) =>
        {
            ProcessPriority.AnnounceHost();
            ILookup<bool, string> named = (parsed.GetValue(server) ?? []).ToLookup(ServerHosts.Kinds.Contains);
            var typed = new SuiteSettings
            {
                Profile = ProfileOption.Of(parsed, profile) with
                {
                    Warmups = parsed.GetValue(warmups),
                    Iterations = parsed.GetValue(iterations),
                },
                Server = named[true].LastOrDefault() ?? ServerHosts.Default,
                Addresses = Addresses(named[false]),
                KnownDigests = SettingsVariables.Read().KnownDigests,
            };
            SuiteSettings settings = chosen.Into(typed, parsed);
            string[] globs = parsed.GetValue(cases) ?? [];
            string json = parsed.GetValue(countOnly)
                ? (await CountAsync(settings, globs)).ToJson()
                : (await MeasureAsync(settings, globs)).ToJson();
            await parsed.InvocationConfiguration.Output.WriteLineAsync(json.AsMemory(), stop);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Task<CountedLaunch> CountAsync(SuiteSettings settings, string[] globs) => settings.Addresses.Count == 0
        ? CaseCounting.RunAsync(settings, globs)
        : throw new UsageException("--server SCENARIO=http://ADDRESS:PORT is not allowed with --count-only, which starts its own servers; "
            + "leave one of them out.");

    private static async Task<MeasuredLaunch> MeasureAsync(SuiteSettings settings, string[] globs)
    {
        RunPlan plan = InProcessMeasurement.Plan(settings, globs);
        await GivenServers.GreetAsync("--server", settings, plan.Macro);
        return InProcessMeasurement.Run(settings, globs, plan);
    }

    private static Dictionary<string, ServerAddresses> Addresses(IEnumerable<string> typed)
    {
        var servers = new Dictionary<string, ServerAddresses>(StringComparer.Ordinal);
        foreach ((string scenario, ServerAddresses addresses) in typed.Select(ParseServer))
        {
            if (!servers.TryAdd(scenario, addresses))
                throw new UsageException($"--server names two servers for scenario '{scenario}'; allowed is one for each scenario.");
        }

        return servers;
    }

    private static KeyValuePair<string, ServerAddresses> ParseServer(string text)
    {
        string[] parts = text.Split('=', 2);
        return parts.Length == 2
            ? KeyValuePair.Create(parts[0], ExternalServer.AddressesOf(HttpAddress.Parse($"--server {parts[0]}", parts[1])!))
            : throw new UsageException(
                $"--server is '{text}'; allowed is SCENARIO=http://ADDRESS:PORT, {string.Join(" or ", ServerHosts.Kinds)}.");
    }
}

using System.CommandLine;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Instrument.Checks;
using Benchmarks.Instrument.Servers;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>check</c>: checks the instrument, or measures how close it comes to the limits of the machine.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Profile[] scales = [Profile.Standard, Profile.Article];
        var limits = new Option<bool>("--limits")
        {
            Description = "Instead, measure how close client, server and clock come to the limits of this machine; takes about 9 minutes",
        };
        var servers = new Option<bool>("--servers")
        {
            Description = "Instead, compare the two servers, and WireMock.Net with mapping files; takes about 2 minutes",
        };
        Option<string> profile = ProfileOption.Create(Profile.Standard, "Use the delays of this profile: "
            + ProfileOption.Listed(scales), scales);
        Option<string> output = OutputOption.Create("for latest/check.json, or latest/limits.json and latest/limits.md");
        Option<string> server = ServerOption.Create();
        var publish = new Option<bool>("--publish") { Description = "With --limits: also write the page to results/published/limits.md" };
        var only = new Option<string[]>("--only")
        {
            Description = "With --limits: time only these operations, without a verdict: " + string.Join(", ", LimitsCheck.Operations),
        };
        only.AcceptOnlyFromAmong([.. LimitsCheck.Operations]);

        var command = new Command("check", "Check the instrument itself, in under 30 seconds. "
            + "Exit code 0 if all is within its bounds, else 1.")
        {
            limits, servers, profile, server, output, publish, only,
        };
        command.SetAction((parsed, _) =>
        {
            string kind = ServerOption.Of(parsed, server);
            (bool, bool) mode = (parsed.GetValue(limits), parsed.GetValue(servers));
            StrayOptions.Refuse(parsed, mode switch
            {
                (true, _) => ("with --limits", [profile, servers]),
                (_, true) => ("with --servers", [profile, server, output, publish, only]),
                _ => ("without --limits", (Option[])[publish, only]),
            });
            TextWriter console = parsed.InvocationConfiguration.Output;
            return mode switch
            {
                (true, _) when parsed.GetValue(only) is { Length: > 0 } some => LimitsCheck.TimeAsync(some, kind, console),
                (true, _) => LimitsCheck.ExecuteAsync(kind, OutputOption.FolderOf(parsed, output), parsed.GetValue(publish), console),
                (_, true) => ServersCheck.WriteAsync(ServersDepth.Full, ServerSubject.All, console),
                _ => ExecuteAsync(
                    new SuiteSettings { Profile = ProfileOption.Of(parsed, profile), Server = kind },
                    OutputOption.FolderOf(parsed, output),
                    console),
            };
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(SuiteSettings settings, string results, TextWriter output)
    {
        // A check and a run at the same time would disturb each other. This throws while a run is active, and no run can start meanwhile.
        using FileStream claim = RunFolder.Claim(results);
        Profile profile = settings.Profile;
        await output.WriteLineAsync($"Checking the instrument with the delays of profile {profile.Id}. "
            + "Client and server are two processes on this machine. This takes about 20 s.");
        IReadOnlyList<CheckRecord> checks =
            await BegunWork.DoAsync(() => InstrumentCheck.RunAsync(settings, CheckDepth.Full.For(profile), StrategyCatalog.General));

        string file = RunLayout.Latest(results).CheckJson;
        CheckFile.Save(checks, file);
        Summarise.Write(checks, output);
        await output.WriteLineAsync(file);
        return checks.All(check => check.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }
}

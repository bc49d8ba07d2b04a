using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Gate;
using Benchmarks.Measurement;

namespace Benchmarks.Cli;

/// <summary><c>count</c> (hidden): what each case does whatever the time, as one JSON object; the gate asks both of its builds.</summary>
internal static class CountCommand
{
    public static Command Create()
    {
        var cases = new Option<string[]>("--cases") { AllowMultipleArgumentsPerToken = true };
        Option<string> profile = ProfileOption.Create(Profile.Gate, description: null);
        Option<string> server = ServerOption.Create();
        var chosen = new ScenarioOptions();
        var command = new Command("count", "Count requests, connections and peak in-flight of each case; print one JSON object.") { cases, profile, chosen.Scenario, chosen.Strategies, server };
        command.Hidden = true;
        command.SetAction(async (parsed, stop) =>
        {
            ServerOption.Apply(parsed.GetValue(server));
            SuiteEnvironment.Profile = ProfileOption.Of(parsed, profile);
            chosen.Apply(parsed);
            string json = (await CaseCounting.RunAsync(SuiteEnvironment.Profile, parsed.GetValue(cases) ?? [])).ToJson();
            await parsed.InvocationConfiguration.Output.WriteLineAsync(json.AsMemory(), stop);
            return ExitCodes.Ok;
        });
        return command;
    }
}

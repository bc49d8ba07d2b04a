using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Instrument.Checks;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>check</c>: the instrument checks itself, without measuring anything else.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Profile[] scales = [Profile.Standard, Profile.Article];
        var profile = new Option<string>("--profile") { Description = "At whose delays: " + string.Join("; ", scales.Select(one => $"{one.Id} ({one.For})")), DefaultValueFactory = _ => Profile.Standard.Id };
        profile.AcceptOnlyFromAmong([.. scales.Select(one => one.Id)]);
        var output = new Option<string>("--output") { Description = "Folder whose latest/ gets check.json; default: results/ of the checkout" };

        Option<string> server = ServerOption.Create();
        var command = new Command("check", "Check the instrument itself, in under 30 seconds: exit 0 if all is within its bounds, else 1.") { profile, server, output };
        command.SetAction((parsed, _) =>
        {
            ServerOption.Apply(parsed.GetValue(server));
            return ExecuteAsync(
                Profile.Find(parsed.GetRequiredValue(profile)),
                Path.GetFullPath(parsed.GetValue(output) ?? CheckoutFolder.Results),
                parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(Profile profile, string results, TextWriter output)
    {
        // Both would falsify each other: a run that goes on there ends this with a sentence, and none can begin meanwhile.
        using FileStream claim = RunFolder.Claim(results);
        await output.WriteLineAsync($"Checking the instrument at the {profile.Id} profile's delays; client and server are two processes of this machine. About 20 s.");
        IReadOnlyList<CheckRecord> checks = await InstrumentCheck.RunAsync(profile, CheckDepth.Full.For(profile), StrategyCatalog.General);

        string file = RunLayout.Latest(results).CheckJson;
        CheckFile.Save(checks, file);
        Summarise.Write(checks, output);
        await output.WriteLineAsync(file);
        return checks.All(check => check.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }
}

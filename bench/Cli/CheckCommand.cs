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
        Option<string> profile = ProfileOption.Create(Profile.Standard, "At whose delays: " + ProfileOption.Listed(scales), scales);
        Option<string> output = OutputOption.Create("whose latest/ gets check.json");

        Option<string> server = ServerOption.Create();
        var command = new Command("check", "Check the instrument itself, in under 30 seconds: exit 0 if all is within its bounds, else 1.") { profile, server, output };
        command.SetAction((parsed, _) =>
        {
            ServerOption.Apply(parsed.GetValue(server));
            return ExecuteAsync(
                ProfileOption.Of(parsed, profile),
                OutputOption.FolderOf(parsed, output),
                parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(Profile profile, string results, TextWriter output)
    {
        // Both would falsify each other: a run that goes on there ends this with a sentence, and none can begin meanwhile.
        using FileStream claim = RunFolder.Claim(results);
        await output.WriteLineAsync($"Checking the instrument at the {profile.Id} profile's delays; client and server are two processes of this machine. About 20 s.");
        IReadOnlyList<CheckRecord> checks = await BegunWork.DoAsync(() => InstrumentCheck.RunAsync(profile, CheckDepth.Full.For(profile), StrategyCatalog.General));

        string file = RunLayout.Latest(results).CheckJson;
        CheckFile.Save(checks, file);
        Summarise.Write(checks, output);
        await output.WriteLineAsync(file);
        return checks.All(check => check.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }
}

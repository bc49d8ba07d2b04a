using System.CommandLine;
using Benchmarks.Measurement;
using Benchmarks.Reliability.Soak;
using Results.Records;

namespace Benchmarks.Commands;

/// <summary><c>soak</c>: does the server stay what it is under load, for long?</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var time = new Option<string>("--for") { Description = "How long the steady load lasts: 90s, 3m (the default) or 1h" };
        var requests = new Option<long?>("--requests") { Description = "End the steady load after this many requests instead; --for is then the longest that it may take (1h)" };
        var output = new Option<string>("--output") { Description = "Folder whose latest/ gets soak.json; default: results/ of the checkout" };
        time.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Duration.TryParse(result.Tokens[0].Value, out _))
                result.AddError($"--for is '{result.Tokens[0].Value}'; allowed is a time such as 90s, 3m or 1h.");
        });
        requests.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(long.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out long count) && count is >= 1 and <= 1_000_000_000))
                result.AddError($"--requests is '{result.Tokens[0].Value}'; allowed is a whole number from 1 to 1000000000.");
        });

        var command = new Command("soak", "Load the embedded server for long and watch its memory, threads, handles and latency error: exit 0 if nothing grows, else 1.") { time, requests, output };
        command.SetAction((parsed, stop) =>
        {
            long? count = parsed.GetValue(requests);
            string typed = parsed.GetValue(time) ?? (count is null ? "3m" : "1h");
            return ExecuteAsync(
                SoakPlan.Of(Duration.TryParse(typed, out TimeSpan span) ? span : throw new UsageException($"--for is '{typed}'."), count),
                Path.GetFullPath(parsed.GetValue(output) ?? CheckoutFolder.Results),
                parsed.InvocationConfiguration.Output,
                stop);
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(SoakPlan plan, string results, TextWriter output, CancellationToken stop)
    {
        using FileStream claim = RunFolder.Claim(results);
        IReadOnlyList<CheckRecord> checks = await SoakPart.RunAsync(plan, stop);
        string file = RunLayout.Latest(results).PartJson("soak");
        CheckFile.Save(checks, file);
        Summarise.Write(checks, output);
        await output.WriteLineAsync(file);
        return checks.All(check => check.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }
}

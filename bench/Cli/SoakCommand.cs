using System.CommandLine;
using System.CommandLine.Parsing;
using Benchmarks.Errors;
using Benchmarks.Measurement;
using Benchmarks.Reliability;
using Benchmarks.Reliability.Soak;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>soak</c>: does the server stay what it is under load, for long?</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var time = new Option<TimeSpan?>("--for") { Description = "How long the steady load lasts: 90s, 3m (the default) or 1h", CustomParser = Time };
        var requests = new Option<long?>("--requests") { Description = "End the steady load after this many requests instead; --for is then the longest that it may take (1h)" };
        var output = new Option<string>("--output") { Description = "Folder whose latest/ gets soak.json; default: results/ of the checkout" };
        WholeNumber.Require(requests, 1, 1_000_000_000);

        var command = new Command("soak", "Load the server for long and watch its memory, threads, handles and latency error: exit 0 if nothing grows, else 1.") { time, requests, output };
        command.SetAction((parsed, stop) =>
        {
            long? count = parsed.GetValue(requests);
            return ExecuteAsync(
                SoakPlan.Of(parsed.GetValue(time) ?? (count is null ? TimeSpan.FromMinutes(3) : TimeSpan.FromHours(1)), count),
                Path.GetFullPath(parsed.GetValue(output) ?? CheckoutFolder.Results),
                parsed.InvocationConfiguration.Output,
                stop);
        });
        return command;
    }

    private static TimeSpan? Time(ArgumentResult typed)
    {
        if (Duration.TryParse(typed.Tokens[0].Value, out TimeSpan time))
            return time;
        typed.AddError($"--for is '{typed.Tokens[0].Value}'; allowed is a time such as 90s, 3m or 1h.");
        return null;
    }

    private static async Task<int> ExecuteAsync(SoakPlan plan, string results, TextWriter output, CancellationToken stop)
    {
        using FileStream claim = RunFolder.Claim(results);
        IReadOnlyList<CheckRecord> checks = await SoakPart.RunAsync(plan, stop);
        string file = RunLayout.Latest(results).PartJson("soak");
        PartFile.Save(checks, file);
        if (stop.IsCancellationRequested)
            throw new InterruptedException($"{file} keeps what was seen, marked as interrupted.", new OperationCanceledException(stop));
        Summarise.Write(checks, output);
        await output.WriteLineAsync(file);
        return checks.All(check => check.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }
}

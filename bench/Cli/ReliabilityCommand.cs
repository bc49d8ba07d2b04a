using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Measurement;
using Benchmarks.Reliability;
using Fixtures.Latency;
using Results.Pages.Reliability;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>reliability</c>: all that the suite survives, on one page.</summary>
internal static class ReliabilityCommand
{
    public static Command Create()
    {
        string[] names = [.. ReliabilityParts.All.Select(part => part.Name)];
        var only = new Option<string[]>("--only") { Description = "Run only these parts now: " + string.Join("; ", ReliabilityParts.All.Select(part => $"{part.Name} ({part.Text})")), AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong(names);
        var publish = new Option<bool>("--publish") { Description = "Also write the page to results/published/reliability.md" };
        var output = new Option<string>("--output") { Description = "Folder whose latest/ gets reliability.md and a JSON file for each part; default: results/ of the checkout" };
        var command = new Command("reliability", "Find out whether the suite keeps working and loses nothing: exit 0 if all holds, else 1. The page has every part that was run since latest/ was begun.") { only, publish, output };
        command.SetAction((parsed, stop) => ExecuteAsync(
            [.. ReliabilityParts.All.Where(part => parsed.GetValue(only) is not { Length: > 0 } some || some.Contains(part.Name))],
            Path.GetFullPath(parsed.GetValue(output) ?? CheckoutFolder.Results),
            parsed.GetValue(publish),
            parsed.InvocationConfiguration.Output,
            stop));
        return command;
    }

    private static async Task<int> ExecuteAsync(IReadOnlyList<IReliabilityPart> parts, string results, bool publish, TextWriter output, CancellationToken stop)
    {
        using FileStream claim = RunFolder.Claim(results);
        var layout = RunLayout.Latest(results);
        bool ok = true;
        foreach (IReliabilityPart part in parts)
        {
            await output.WriteLineAsync($"{part.Name}: {part.Text} …");
            IReadOnlyList<CheckRecord> checks = await RunAsync(part, layout, stop);
            Summarise.Write(checks, output);
            ok &= checks.All(check => check.Ok);
        }

        foreach (string file in PublishedPage.Write(results, "reliability.md", Render(layout), publish))
            await output.WriteLineAsync(file);
        return ok ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>Runs a part and saves what it found at once: a later part's failure loses nothing.</summary>
    /// <exception cref="InterruptedException">It was stopped; the message says what is kept.</exception>
    internal static async Task<IReadOnlyList<CheckRecord>> RunAsync(IReliabilityPart part, RunLayout layout, CancellationToken stop)
    {
        Task<IReadOnlyList<CheckRecord>> running = part.RunAsync(stop);
        string file = layout.PartJson(part.Name);
        try
        {
            IReadOnlyList<CheckRecord> checks = await (part.KeepsWhatItSaw ? running : running.WaitAsync(stop));
            PartFile.Save(checks, file);
            return stop.IsCancellationRequested && part.KeepsWhatItSaw
                ? throw new InterruptedException($"{file} keeps what was seen, marked as interrupted; {layout.Folder} keeps the parts before it.", new OperationCanceledException(stop))
                : checks;
        }
        catch (OperationCanceledException stopped) when (stop.IsCancellationRequested && stopped is not InterruptedException)
        {
            throw new InterruptedException($"nothing of '{part.Name}' is kept; {layout.Folder} keeps the parts before it.", stopped);
        }
    }

    /// <summary>The page of all parts whose files lie there.</summary>
    internal static string Render(RunLayout layout)
    {
        using var clock = new LatencyClock();
        return ReliabilityPage.Render(HostDescription.Fingerprint(clock), ReliabilityPage.Headings.Keys
            .Where(name => File.Exists(layout.PartJson(name)))
            .ToDictionary(name => name, name => CheckFile.Load(layout.PartJson(name)), StringComparer.Ordinal));
    }
}

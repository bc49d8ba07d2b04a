using Benchmarks.Errors;
using Benchmarks.Processes;
using Tests.Trials.Programs;

namespace Tests.Trials.Fuzz;

/// <summary>The same through the built program: what a script sees of it. About 0.3 s each.</summary>
public static class FuzzProgram
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Starts it once, with a spoilt command line or a spoilt file.</summary>
    public static async Task<string?> TryAsync(Random random)
    {
        using var scratch = new ScratchFolder();
        (string[] args, bool mayBeGood) = Draw(random, scratch.Path);
        int[] allowed = mayBeGood ? [ExitCodes.Ok, ExitCodes.Failed, ExitCodes.NotComparable] : [];
        Dictionary<string, string> before = Files(scratch.Path);
        using var program = TrialProgram.Start(args);
        if (await program.EndAsync(s_patience) is not var (exit, error))
            return $"{string.Join(' ', args)}: no end within {s_patience.TotalSeconds} s";
        string? fault = allowed.Length == 0 ? FuzzCommands.Fault(args, exit, error) : Answer.Fault(exit, error, allowed);
        if (fault is not null)
            return $"{string.Join(' ', args)}: {fault}";
        Dictionary<string, string> after = Files(scratch.Path);
        return before.All(file => after.GetValueOrDefault(file.Key) == file.Value) ? null : $"{string.Join(' ', args)}: an input was changed";
    }

    /// <returns>What is typed; and whether it may be accepted, since the file that it names may have been spoilt in a way that does not
    /// matter.</returns>
    private static (string[] Args, bool MayBeGood) Draw(Random random, string folder)
    {
        string run = Path.Combine(folder, "run.json"), reference = Path.Combine(folder, "reference.json"), scenario = Path.Combine(folder, "orders.json"), history = Path.Combine(folder, "history");
        switch (random.Next(8))
        {
            case 0:
                File.WriteAllText(run, Mutation.Json(random, FuzzSamples.Run));
                return (["report", run], true);
            case 1:
                File.WriteAllText(run, Mutation.Json(random, FuzzSamples.Run));
                File.WriteAllText(reference, FuzzSamples.Run); // a run is not compared with itself
                return (["gate", "--reference", reference, "--run", run, "--output", Path.Combine(folder, "gate")], true);
            case 2:
                // Never whole, since it would be served: the brace at its end is missing.
                File.WriteAllText(scenario, Mutation.Letters(random, FuzzSamples.Scenario).TrimEnd().TrimEnd('}'));
                return (["serve", "--scenario", scenario], false);
            case 3:
                Directory.CreateDirectory(history);
                File.WriteAllText(Path.Combine(history, "machine.jsonl"), Mutation.Json(random, FuzzSamples.HistoryLine));
                return (["history", "--history", history], true);
            default:
                // The system takes no NUL, and the runtime no half surrogate pair, in an argument.
                return ([.. FuzzCommands.Draw(random).Select(arg => arg.Replace("\0", "", StringComparison.Ordinal).Replace("\ud800", "", StringComparison.Ordinal))], false);
        }
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);
}

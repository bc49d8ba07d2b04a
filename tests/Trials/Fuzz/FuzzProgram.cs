using BenchGate.Errors;
using BenchGate.Processes;
using Tests.Trials.Programs;

namespace Tests.Trials.Fuzz;

/// <summary>The same with the built program, as a script runs it. About 0.3 s each.</summary>
public static class FuzzProgram
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Starts it once, with a damaged command line or a damaged file.</summary>
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
        return before.All(file => after.GetValueOrDefault(file.Key) == file.Value)
            ? null
            : $"{string.Join(' ', args)}: an input was changed";
    }

    /// <returns>The arguments, and whether they may be accepted, because the damage of the named file may have no
    /// effect.</returns>
    private static (string[] Args, bool MayBeGood) Draw(Random random, string folder)
    {
        string run = Path.Combine(folder, "run.json"),
            reference = Path.Combine(folder, "reference.json"),
            scenario = Path.Combine(folder, "orders.json"),
            history = Path.Combine(folder, "history");
        switch (random.Next(8))
        {
            case 0:
                File.WriteAllText(run, Mutation.Json(random, FuzzSamples.Run));
                return (["report", run], true);
            case 1:
                File.WriteAllText(run, Mutation.Json(random, FuzzSamples.Run));
                File.WriteAllText(reference, FuzzSamples.Run); // the gate does not compare a run with itself
                return (["gate", "--reference", reference, "--run", run, "--output", Path.Combine(folder, "gate")], true);
            case 2:
                // Without the last brace, because the program would serve a valid file.
                File.WriteAllText(scenario, Mutation.Letters(random, FuzzSamples.Scenario).TrimEnd().TrimEnd('}'));
                return (["serve", "--scenario", scenario], false);
            case 3:
                Directory.CreateDirectory(history);
                File.WriteAllText(Path.Combine(history, "machine.jsonl"), Mutation.Json(random, FuzzSamples.HistoryLine));
                return (["history", "--history", history], true);
            default:
                // In an argument, the system does not allow NUL, and the runtime does not allow half a surrogate pair.
                return (
                    [
                        .. FuzzCommands.Draw(random)
                            .Select(arg => arg.Replace("\0", "", StringComparison.Ordinal).Replace("\ud800", "", StringComparison.Ordinal)),
                    ], false);
        }
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);
}

using BenchGate.Errors;
using Benchmarks.Cli;

namespace Tests.Trials.Fuzz;

/// <summary>Command lines that name something that does not exist or is not allowed. None of them measures anything.</summary>
public static class FuzzCommands
{
    // The words before a hostile word. No hostile word may make the line valid.
    private static readonly string[][] s_before =
    [
        [], ["run", "--profile"], ["run", "--scenario"], ["run", "--hosting"], ["--filter", "*NoSuch*", "--job"],
        ["--filter", "*NoSuch*", "--iterationCount"], ["--strategies"], ["--server-url"],
        ["run", "--scenario", "baidu", "--strategies"], ["list", "--nosuch"], ["report"], ["report", "--nosuch"], ["history", "add"],
        ["history", "--nosuch"], ["measure", "--profile"], ["measure", "--cases", "*NoSuch*", "--iterations"],
        ["measure", "--cases", "*NoSuch*", "--server"], ["check", "--profile"], ["check", "--limits", "--nosuch"], ["lessons", "99"],
        ["lessons", "--nosuch"], ["serve", "--scenario"], ["serve", "--scenario", "baidu", "--urls"], ["serve", "--profile"],
        ["gate", "--pairs"], ["gate", "--budget"], ["gate", "--threshold"], ["gate", "--reference"], ["gate", "--base"],
        ["measure", "--count-only", "--profile"], ["child"], ["child", "record-cold-start"], ["child", "record-cold-start", "baidu"],
        ["child", "run-cold-lesson", "10"],
    ];

    /// <summary>One of them; its last word can be anything.</summary>
    public static string[] Draw(Random random)
    {
        string[] before = random.Pick(s_before);
        string[] more = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Pick(Mutation.Hostile))];
        return [.. before, random.Pick(Mutation.Hostile), .. more];
    }

    /// <summary>Runs it in this process. It may change the environment and the current directory.</summary>
    public static async Task<string?> TryAsync(IReadOnlyList<string> args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        try
        {
            int exit = await Verbs.RunAsync(args, output, error);
            return Fault(args, exit, error.ToString());
        }
        catch (Exception stray) // any exception: the program would end with a stack trace
        {
            return $"{string.Join(' ', args)}: {stray.GetType().Name}: {stray.Message}\n{stray.StackTrace}";
        }
    }

    /// <summary>Null if it was refused in one line, or printed help.</summary>
    public static string? Fault(IReadOnlyList<string> args, int exit, string error)
    {
        string? fault = args.Contains("--help", StringComparer.Ordinal)
            ? Answer.Fault(exit, error, ExitCodes.Ok)
            : Answer.Fault(exit, error);
        return fault is null ? null : $"{string.Join(' ', args.Select(arg => $"'{arg}'"))}: {fault}";
    }
}

using BenchGate.Errors;
using Fixtures.Model;
using Results.Records;

namespace Tests.Trials.Fuzz;

/// <summary>The allowed results of bad input: success, or one line for people.</summary>
public static class Answer
{
    /// <summary>Null if the action succeeded, or refused the input with one of our errors in one clear line; otherwise the fault.</summary>
    public static string? FaultOf(Action reading)
    {
        try
        {
            reading();
            return null;
        }
        catch (Exception refusal) when (refusal is ScenarioException or RecordException or UsageException)
        {
            return Fault(refusal.Message);
        }
        catch (Exception stray) // any exception: the program would end with a stack trace
        {
            return $"{stray.GetType().Name}: {stray.Message}\n{stray.StackTrace}";
        }
    }

    /// <summary>Why a message is not one line that a person can read; null if it is.</summary>
    public static string? Fault(string message)
    {
        if (message.Length == 0)
            return "the message is empty";
        if (message.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
            return $"the message has more than one line: {message}";
        return message.Contains("   at ", StringComparison.Ordinal) || message.Contains("Exception", StringComparison.Ordinal)
            ? $"the message is a stack trace: {message}"
            : null;
    }

    // Part of two messages: if another process has locked the results folder, or the gate's builds.
    private const string Held = "cannot be held (";

    /// <summary>The same for a program's exit code and standard error; <paramref name="exits"/> are also allowed.</summary>
    /// <remarks>
    /// The trial locks the results folder, so the lock stops an input that is wrongly accepted, with one clear line. That does not count as
    /// a refusal.
    /// </remarks>
    public static string? Fault(int exit, string error, params ReadOnlySpan<int> exits)
    {
        if (error.Contains(Held, StringComparison.Ordinal))
            return $"it was accepted, only the lock stopped it: {error}";
        string[] lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (exit != ExitCodes.Usage)
            return exits.Contains(exit) && lines.All(line => Fault(line) is null) ? null : $"exit {exit}: {error}";
        return lines is [var line] ? Fault(line) : $"exit {exit} with {lines.Length} lines: {error}";
    }
}

using System.CommandLine;
using BenchGate.Errors;

namespace BenchGate.Cli;

/// <summary>Refuses options that have no effect in the chosen mode of a verb, so that nobody relies on them.</summary>
internal static class StrayOptions
{
    /// <param name="mode">The mode for the message, such as "with --base", and the options that are not allowed in it.</param>
    /// <exception cref="UsageException">One of these options was typed.</exception>
    public static void Refuse(ParseResult parsed, (string Name, Option[] Others) mode)
    {
        if (mode.Others.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } stray)
            throw new UsageException($"{stray.Name} is not allowed {mode.Name}; "
                + $"'{parsed.CommandResult.Command.Name} --help' explains each option.");
    }
}

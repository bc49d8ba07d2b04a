using System.CommandLine;
using Benchmarks.Errors;

namespace Benchmarks.Cli;

/// <summary>Options that another form of a verb knows. They would be accepted and do nothing, and a user would rely on them.</summary>
internal static class StrayOptions
{
    /// <param name="mode">The form that was typed, and the options that belong to others.</param>
    /// <exception cref="UsageException">One of them was typed.</exception>
    public static void Refuse(ParseResult parsed, (string Name, Option[] Others) mode)
    {
        if (mode.Others.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } stray)
            throw new UsageException($"{stray.Name} does not go with {mode.Name}; '{parsed.CommandResult.Command.Name} --help' says what each is for.");
    }
}

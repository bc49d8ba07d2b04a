using System.CommandLine;
using System.CommandLine.Help;
using BenchGate.Errors;

namespace BenchGate.Cli;

/// <summary>Runs the verb that the user typed.</summary>
internal static class TypedVerb
{
    /// <param name="typed">The command line; a verb is its first word.</param>
    /// <param name="withOwnSignals">The verbs that handle signals themselves; a signal cancels the token of any other.</param>
    /// <returns>The verb's exit code.</returns>
    /// <exception cref="UsageException">There is no such verb or option, or a value is not allowed.</exception>
    public static Task<int> RunAsync(
        RootCommand root, string[] typed, TextWriter output, TextWriter error, params IEnumerable<string> withOwnSignals)
    {
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = new HelpAction { MaxWidth = Terminal.WidthOfText(output) };
        ParseResult parsed = root.Parse(typed, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            throw new UsageException($"{parsed.Errors[0].Message} (--help lists the options)");

        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return withOwnSignals.Contains(parsed.CommandResult.Command.Name)
            ? parsed.InvokeAsync(invocation)
            : StoppableVerb.RunAsync(stop => parsed.InvokeAsync(invocation, stop), error);
    }
}

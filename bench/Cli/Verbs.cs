using System.CommandLine;
using Benchmarks.Errors;

namespace Benchmarks.Cli;

/// <summary>The suite's command line. Without a verb it runs: whatever BenchmarkDotNet accepts can be typed straight away.</summary>
public static class Verbs
{
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error) => ToldAsync(() => VerbAsync(args, output, error), error);

    /// <summary>Whatever ends a verb is told, and has an exit code.</summary>
    internal static async Task<int> ToldAsync(Func<Task<int>> verb, TextWriter error)
    {
        try
        {
            return await verb();
        }
        catch (Exception failure) // anything: a bug is told, too
        {
            return Told.Of(failure, error);
        }
    }

    private static async Task<int> VerbAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        RootCommand root = Root();
        ParseResult parsed = root.Parse(WithVerb(root, args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            throw new UsageException($"{parsed.Errors[0].Message} (--help lists the options)");

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return parsed.CommandResult.Command.Name is RunCommand.Name or GuardCommand.Name
            ? await parsed.InvokeAsync(invocation) // these see to signals themselves
            : await StoppableVerb.RunAsync(stop => parsed.InvokeAsync(invocation, stop), error);
    }

    private static RootCommand Root() => new("What does async really buy? Measures ways of doing many HTTP calls against an emulated server.")
    {
        RunCommand.Create(),
        DemoCommand.Create(),
        ListCommand.Create(),
        ReportCommand.Create(),
        ServeCommand.Create(),
        MeasureCommand.Create(),
        CheckCommand.Create(),
        LessonsCommand.Create(),
        HistoryCommand.Create(),
        GateCommand.Create(),
        ChildCommand.Create(),
        GuardCommand.Create(),
    };

    /// <summary>Puts <c>run</c> in front unless a verb, or a question to the suite itself, stands there.</summary>
    private static string[] WithVerb(RootCommand root, IReadOnlyList<string> args)
    {
        bool asks = args.Count > 0 && args[0] is "-h" or "--help" or "-?" or "--version";
        bool verb = args.Count > 0 && !args[0].StartsWith('-');
        if (verb && root.Subcommands.All(command => command.Name != args[0]))
            throw new UsageException($"There is no verb '{args[0]}'; there are: {string.Join(", ", root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name))}, and run-bench's own: test. --help explains them.");
        return asks || verb ? [.. args] : ["run", .. args];
    }
}

using System.CommandLine;
using System.ComponentModel;
using System.Net.Sockets;
using Benchmarks.Errors;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>The suite's command line. Without a verb it runs: whatever BenchmarkDotNet accepts can be typed straight away.</summary>
public static class Verbs
{
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error) => ToldAsync(() => VerbAsync(args, output, error), error);

    /// <summary>What a verb cannot do, or failed at, is one line and an exit code.</summary>
    internal static async Task<int> ToldAsync(Func<Task<int>> verb, TextWriter error)
    {
        try
        {
            return await verb();
        }
        catch (Exception exception) when (exception is UsageException or ScenarioException or RecordException or ArgumentException)
        {
            return Usage(error, TextOf(exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception or SocketException)
        {
            return Usage(error, $"the system refused: {exception.Message}");
        }
        catch (Exception exception) when (ForeseenFailure.Is(exception))
        {
            error.WriteLine("failed: " + OneLine(exception.Message));
            return ExitCodes.Failed;
        }
    }

    private static async Task<int> VerbAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        RootCommand root = Root();
        ParseResult parsed = root.Parse(WithVerb(root, args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return Usage(error, $"{parsed.Errors[0].Message} (--help lists the options)");

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
        LimitsCommand.Create(),
        ServersCommand.Create(),
        LessonsCommand.Create(),
        HistoryCommand.Create(),
        GateCommand.Create(),
        WatchCommand.Create(),
        GuardCommand.Create(),
        CountCommand.Create(),
        ObserveCommand.Create(),
        OccupyCommand.Create(),
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

    /// <summary>An argument exception's message ends with the name of a parameter in our code, which says nothing to a person.</summary>
    private static string TextOf(Exception exception) => exception is ArgumentException { ParamName: { } name }
        ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : exception.Message;

    /// <summary>What was typed stands in the message: control characters in it would end the line, or do something to the terminal.</summary>
    private static string OneLine(string message) => string.Concat(message.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));

    private static int Usage(TextWriter error, string message)
    {
        error.WriteLine("error: " + OneLine(message));
        return ExitCodes.Usage;
    }
}

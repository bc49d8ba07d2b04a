using System.CommandLine;
using BenchGate.Cli;
using BenchGate.Errors;
using Fixtures.Model;

namespace Benchmarks.Cli;

/// <summary>The suite's command line. The default verb is <c>run</c>, so BenchmarkDotNet's options can be typed without a verb.</summary>
public static class Verbs
{
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error) =>
        ToldAsync(() => VerbAsync(args, output, error), error);

    /// <summary>Runs a verb, prints the exception that ends it, and returns the exit code.</summary>
    internal static async Task<int> ToldAsync(Func<Task<int>> verb, TextWriter error)
    {
        try
        {
            return await verb();
        }
        catch (Exception failure) // any exception: bugs are printed, too
        {
            Exception told = Unwrapped.Of(failure) is ScenarioException bad ? new UsageException(bad.Message, bad) : failure;
            return Told.Of(told, "the suite", error);
        }
    }

    private static Task<int> VerbAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        RootCommand root = Root();
        return TypedVerb.RunAsync(root, WithVerb(root, args), output, error, RunCommand.Name);
    }

    private static RootCommand Root() => new("What does async really buy? Measures ways to make many HTTP calls to an emulated server.")
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
    };

    /// <summary>
    /// Inserts <c>run</c> as the first argument, unless that is a verb, --help or --version. Each option stands before each of its values.
    /// </summary>
    private static string[] WithVerb(RootCommand root, IReadOnlyList<string> args)
    {
        bool asks = args.Count > 0 && args[0] is "-h" or "--help" or "-?" or "--version";
        bool verb = args.Count > 0 && !args[0].StartsWith('-');
        if (verb && root.Subcommands.All(command => command.Name != args[0]))
        {
            IEnumerable<string> verbs = root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name);
            throw new UsageException($"There is no verb '{args[0]}'; there are: {string.Join(", ", verbs)}, and test (of run-bench). "
                + "--help explains them.");
        }
        if (asks)
            return [.. args];
        string name = verb ? args[0] : RunCommand.Name;
        Command command = root.Subcommands.Single(one => one.Name == name);
        return [name, .. SeveralValues.Apart(command, [.. verb ? args.Skip(1) : args])];
    }
}

using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Cli;
using Benchmarks.Engine;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Tests.House;

namespace Tests.Docs;

/// <summary>A command line from a page. Checks whether this build accepts it, without running it.</summary>
internal static partial class TypedCommand
{
    private const string Script = "./run-bench.sh";
    private const string DotnetRun = "cd bench && dotnet run -c Release";
    private const string Tool = "bench-gate ";

    /// <summary>A step of .ci/run types this line, and compares it with the page.</summary>
    private const string Install = "dotnet tool install --global bench-gate --source artifacts/packages";

    /// <summary>Scenarios that the reader of a page writes; see <see cref="DocScenarioTests"/>.</summary>
    private static readonly string[] s_examples = ["orders"];

    /// <summary>The error; null if the line is accepted.</summary>
    public static string? Fault(string line)
    {
        if (line == Script || line.StartsWith(Script + " ", StringComparison.Ordinal))
            return FaultOf(Words(line[Script.Length..]));
        if (line == DotnetRun || line.StartsWith(DotnetRun + " -- ", StringComparison.Ordinal))
            return FaultOf(Words(line[DotnetRun.Length..].Replace(" -- ", " ", StringComparison.Ordinal)));
        if (line.StartsWith(Tool, StringComparison.Ordinal))
            return CompareCommand.Create().Parse(Words(line[Tool.Length..])).Errors is [var first, ..] ? first.Message : null;
        return line == Install || line.StartsWith(".ci/", StringComparison.Ordinal) && File.Exists(Checkout.FullPath(line.Split(' ')[0]))
            ? null
            : "neither a script of this repository nor dotnet run";
    }

    private static string? FaultOf(string[] args)
    {
        if (args is ["test", ..] or ["pack"])
            return null; // the script handles this word; the rest is for dotnet test

        string[] words = args.Length > 0 && !args[0].StartsWith('-') ? args : ["run", .. args];
        RootCommand root = Root();
        if (root.Subcommands.FirstOrDefault(one => one.Name == words[0]) is { } verb)
            words = [words[0], .. SeveralValues.Apart(verb, words[1..])];
        ParseResult parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count > 0 ? parsed.Errors[0].Message
            : parsed.CommandResult.Command.Name == "run" ? FaultOfRun(parsed)
            : null;
    }

    private static string? FaultOfRun(ParseResult parsed)
    {
        try
        {
            BenchmarkArguments.Parse([.. parsed.UnmatchedTokens], Hosting.Shared);
            ScenarioCatalog scenarios = ScenarioCatalog.BuiltIn;
            foreach (string id in (parsed.GetValue<string[]>("--scenario") ?? []).Except(s_examples, StringComparer.Ordinal))
                _ = scenarios[id];
            foreach (string id in parsed.GetValue<string[]>("--strategies") ?? [])
                StrategyCatalog.Find(id);
            return null;
        }
        catch (Exception wrong) when (wrong is UsageException or ScenarioException or ArgumentException)
        {
            return wrong.Message;
        }
    }

    // Every class of a verb has a method Create. Finds the verbs by it, so that a new verb needs no change here.
    private static RootCommand Root()
    {
        var root = new RootCommand();
        foreach (MethodInfo create in typeof(Verbs).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Verbs).Namespace)
            .Select(type => type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static, []))
            .Where(method => method?.ReturnType == typeof(Command))!)
        {
            root.Add((Command)create.Invoke(null, null)!);
        }

        return root;
    }

    private static string[] Words(string text) =>
        [.. Word().Matches(text).Select(match => match.Value.Replace("'", "", StringComparison.Ordinal))];

    [GeneratedRegex("('[^']*'|[^ '])+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}

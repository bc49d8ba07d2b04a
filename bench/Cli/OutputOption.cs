using System.CommandLine;
using BenchGate.Cli;
using Benchmarks.Measurement;

namespace Benchmarks.Cli;

/// <summary><c>--output</c>: the results folder that a verb writes into.</summary>
internal static class OutputOption
{
    /// <param name="gets">What is written there, such as "for latest/check.json".</param>
    public static Option<string> Create(string gets) =>
        new("--output") { Description = $"Folder {gets}; default: results/ of the checkout" };

    public static string FolderOf(ParseResult parsed, Option<string> output) =>
        TypedPath.Folder("--output", parsed.GetValue(output), CheckoutFolder.Results);
}

using System.CommandLine;
using BenchGate.Errors;

namespace Benchmarks.Cli;

/// <summary>
/// Separates the values of an option from the options after them. System.CommandLine takes every word that it does not know for a value,
/// so it would take a mistyped option, or one of BenchmarkDotNet, for one more case or strategy.
/// </summary>
internal static class SeveralValues
{
    /// <summary>
    /// Repeats an option before each of its values: <c>--cases a b --strict</c> becomes <c>--cases a --cases b --strict</c>. A word that
    /// begins with a dash is no value, unless it is a number or is written after <c>=</c>.
    /// </summary>
    /// <param name="verb">The verb; its verbs count, too.</param>
    /// <param name="args">The words after it.</param>
    /// <exception cref="UsageException">An option that needs a value has none.</exception>
    public static IEnumerable<string> Apart(Command verb, IReadOnlyList<string> args)
    {
        Option[] valued = [.. OptionsOf(verb).Where(option => option.Arity.MinimumNumberOfValues > 0)];
        int i = 0;
        for (; i < args.Count && args[i] != "--"; i++)
        {
            yield return args[i];
            string name = args[i].Split('=', ':')[0];
            if (valued.FirstOrDefault(one => one.Name == name || one.Aliases.Contains(name)) is not { } option)
                continue;
            if (args[i] == name)
                yield return ValueAt(args, ++i, name);
            for (; option.Arity.MaximumNumberOfValues > 1 && i + 1 < args.Count && !IsOption(args[i + 1]); i++)
            {
                yield return name;
                yield return args[i + 1];
            }
        }

        foreach (string after in args.Skip(i))
            yield return after;
    }

    private static string ValueAt(IReadOnlyList<string> args, int i, string option)
    {
        if (i == args.Count)
            throw new UsageException($"{option} needs a value (--help lists the options).");
        return !IsOption(args[i])
            ? args[i]
            : throw new UsageException($"{option} needs a value, and '{args[i]}' looks like an option; if it is the value, write "
                + $"{option}={args[i]} (--help lists the options).");
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);

    private static IEnumerable<Option> OptionsOf(Command verb) => verb.Options.Concat(verb.Subcommands.SelectMany(OptionsOf));
}

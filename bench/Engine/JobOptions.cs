using System.Collections;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Loggers;
using CommandLine;

namespace Benchmarks.Engine;

/// <summary>Finds the BenchmarkDotNet options that change the job or its environment, and so change what a time means.</summary>
internal static class JobOptions
{
    // All other options count as a change, also those of later versions: a missing comparison is better than a wrong one.
    private static readonly HashSet<string> s_harmless = new(
        [
            "filter", "allCategories", "anyCategories", "attribute", "list", "info", // which cases run
            // what is shown; the suite counts allocations anyway
            "exporters", "hide", "allStats", "statisticalTest", "maxWidth", "join", "memory",
            // what is kept, and where
            "artifacts", "noOverwrite", "keepFiles", "disableLogFile", "logBuildOutput", "generateBinLog", "packages",
            "buildTimeout", "stopOnFirstError", // when to stop
            "wakeLock", // whether the machine may sleep
            "iterationCount", "launchCount", // how often it is measured, which changes the precision of a figure but not its meaning
        ],
        StringComparer.Ordinal);

    private static readonly PropertyInfo[] s_properties =
        [.. typeof(CommandLineOptions)
            .GetProperties()
            .Where(property => property.GetCustomAttribute<OptionAttribute>() is { } option && !s_harmless.Contains(option.LongName))];

    private static readonly HashSet<string> s_untyped = [.. Lines(Untyped())];

    /// <summary>
    /// The options with a value other than the default, in a fixed order and spelling; empty if there are none.
    /// </summary>
    public static string Canonical(CommandLineOptions options) =>
        string.Join('\n', Lines(options).Where(line => !s_untyped.Contains(line)));

    private static CommandLineOptions Untyped()
    {
        CommandLineOptions options = ConfigParser.Parse([], NullLogger.Instance).options;
        options.Outliers = SuiteConfig.Outliers;
        return options;
    }

    private static IEnumerable<string> Lines(CommandLineOptions options) => s_properties
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => $"{property.Name}={Text(property, property.GetValue(options))}");

    private static string Text(PropertyInfo property, object? value) => value switch
    {
        string text when property.Name == nameof(CommandLineOptions.BaseJob) => text.ToLowerInvariant(), // BenchmarkDotNet ignores its case
        string text => text,
        IEnumerable many => string.Join('\0', many.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

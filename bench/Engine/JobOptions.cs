using System.Collections;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Loggers;
using CommandLine;

namespace Benchmarks.Engine;

/// <summary>Which of BenchmarkDotNet's options change the job, or the environment in which it runs, and so what a time means.</summary>
internal static class JobOptions
{
    // All others count as changing it, also those of a later version: better one comparison too few than a wrong one.
    private static readonly HashSet<string> s_harmless = new(
        [
            "filter", "allCategories", "anyCategories", "attribute", "list", "info", // what is run
            "exporters", "hide", "allStats", "statisticalTest", "maxWidth", "join", "memory", // what is shown; the suite counts allocations anyway
            "artifacts", "noOverwrite", "keepFiles", "disableLogFile", "logBuildOutput", "generateBinLog", "packages", // what is kept, and where
            "buildTimeout", "stopOnFirstError", // when it is given up
            "wakeLock", // whether the machine may fall asleep meanwhile
            "iterationCount", "launchCount", // how often it is measured: that is how sure a figure is, not what it means
        ],
        StringComparer.Ordinal);

    private static readonly PropertyInfo[] s_properties =
        [.. typeof(CommandLineOptions).GetProperties().Where(property => property.GetCustomAttribute<OptionAttribute>() is { } option && !s_harmless.Contains(option.LongName))];

    private static readonly HashSet<string> s_untyped = [.. Lines(Untyped())];

    /// <summary>
    /// Those that were typed with another value than their default's, in an order and a spelling of our own; empty if none was.
    /// </summary>
    public static string Canonical(CommandLineOptions options) => string.Join('\n', Lines(options).Where(line => !s_untyped.Contains(line)));

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
        string text when property.Name == nameof(CommandLineOptions.BaseJob) => text.ToLowerInvariant(), // read in any casing
        string text => text,
        IEnumerable many => string.Join('\0', many.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

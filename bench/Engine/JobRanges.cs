using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.ConsoleArguments;
using CommandLine;

namespace Benchmarks.Engine;

/// <summary>
/// The ranges of BenchmarkDotNet's options with a number. BenchmarkDotNet accepts every number, and then measures nothing, or never ends.
/// </summary>
internal static class JobRanges
{
    // The largest counts only keep a mistyped number from running for days, or from filling the memory.
    private static readonly Dictionary<string, (long Least, long Most)> s_ranges = new(StringComparer.Ordinal)
    {
        ["launchCount"] = (1, 10_000),
        ["warmupCount"] = (0, 1_000_000),
        ["minWarmupCount"] = (0, 1_000_000),
        ["maxWarmupCount"] = (1, 1_000_000),
        ["iterationTime"] = (1, 3_600_000), // ms
        ["iterationCount"] = (1, 1_000_000),
        ["minIterationCount"] = (1, 1_000_000),
        ["maxIterationCount"] = (1, 1_000_000),
        ["invocationCount"] = (1, 1_000_000_000),
        ["unrollFactor"] = (1, 1_000), // that many calls are written into the measured program
        ["disasmDepth"] = (0, 100),
        ["buildTimeout"] = (1, 86_400), // s
        ["maxWidth"] = (1, 10_000),
    };

    private static readonly (PropertyInfo Property, string Name)[] s_numbers =
        [.. typeof(CommandLineOptions)
            .GetProperties()
            .Select(property => (Property: property, property.GetCustomAttribute<OptionAttribute>()?.LongName))
            .Where(one => one.LongName is "affinity" || s_ranges.ContainsKey(one.LongName ?? ""))
            .Select(one => (one.Property, one.LongName!))];

    /// <summary>The options that have a range.</summary>
    public static IEnumerable<string> Names => s_numbers.Select(one => one.Name);

    /// <summary>The first option outside its range, with what is allowed; null if there is none.</summary>
    public static string? FirstFault(CommandLineOptions options) => s_numbers
        .Select(one => (one.Name, Value: one.Property.GetValue(options)))
        .Where(one => one.Value is not null)
        .Select(one => Fault(one.Name, Convert.ToInt64(one.Value, CultureInfo.InvariantCulture)))
        .FirstOrDefault(fault => fault is not null);

    private static string? Fault(string name, long value)
    {
        if (name == "affinity")
        {
            long cores = Cores();
            return value > 0 && (value & ~cores) == 0
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"--affinity is {value}; it has a bit for each core, and the cores of this "
                    + $"process are {cores} (0x{cores:X}).");
        }

        (long least, long most) = s_ranges[name];
        return value >= least && value <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"--{name} is {value}; allowed is a whole number from {least} to {most}.");
    }

    private static long Cores()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var self = Process.GetCurrentProcess();
            return self.ProcessorAffinity;
        }

        return Environment.ProcessorCount >= 63 ? long.MaxValue : (1L << Environment.ProcessorCount) - 1;
    }
}

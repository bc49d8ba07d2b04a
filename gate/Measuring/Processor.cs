using System.Runtime.InteropServices;

namespace BenchGate.Measuring;

/// <summary>The name of the processor. On Linux BenchmarkDotNet asks <c>lscpu</c>, which small container images do not have.</summary>
internal static class Processor
{
    private const string Kernel = "/proc/cpuinfo";

    /// <param name="found">What BenchmarkDotNet or the system says; null or empty if nothing.</param>
    public static string Name(string? found) =>
        Given(found)
        ?? (File.Exists(Kernel) ? FromKernel(File.ReadLines(Kernel)) : null)
        ?? $"unknown {RuntimeInformation.ProcessArchitecture} processor";

    /// <summary>
    /// The name in the kernel's list, or null. An Arm processor has only numbers there: who designed it, and its part.
    /// </summary>
    internal static string? FromKernel(IEnumerable<string> lines)
    {
        var fields = lines
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(field => field.Length == 2)
            .DistinctBy(field => field[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field[0], field => field[1], StringComparer.OrdinalIgnoreCase);
        return Given(fields.GetValueOrDefault("model name"))
            ?? (fields.TryGetValue("CPU implementer", out string? designer) && fields.TryGetValue("CPU part", out string? part)
                ? $"Arm processor, implementer {designer}, part {part}"
                : null);
    }

    private static string? Given(string? name) =>
        name?.Trim() is { Length: > 0 } text && !text.StartsWith("Unknown", StringComparison.OrdinalIgnoreCase) ? text : null;
}

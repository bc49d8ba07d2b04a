using System.Runtime.InteropServices;
using Results.Records;

namespace BenchGate.Projects;

/// <summary>Describes the machine, without a host or user name.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo", Model = "model name";

    /// <param name="runtime">The runtime that ran the benchmarks, as BenchmarkDotNet prints it; null if it did not.</param>
    public static HostFingerprint Describe(string? runtime) => new(
        ProcessorName(),
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        runtime ?? RuntimeInformation.FrameworkDescription,
        Server: "",
        Clock: "");

    private static string ProcessorName() =>
        (File.Exists(Processors) ? File.ReadLines(Processors) : [])
            .FirstOrDefault(line => line.StartsWith(Model, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") // Windows
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}

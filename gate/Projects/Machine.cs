using System.Runtime.InteropServices;
using BenchGate.Measuring;
using Results.Records;

namespace BenchGate.Projects;

/// <summary>Describes the machine, without a host or user name.</summary>
internal static class Machine
{
    private const string NameOnWindows = "PROCESSOR_IDENTIFIER";

    /// <param name="runtime">The runtime that ran the benchmarks, as BenchmarkDotNet prints it; null if it did not.</param>
    public static HostFingerprint Describe(string? runtime) => new(
        Processor.Name(Environment.GetEnvironmentVariable(NameOnWindows)),
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        runtime ?? RuntimeInformation.FrameworkDescription,
        Server: "",
        Clock: "");
}

using System.Reflection;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;
using Fixtures.Latency;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Describes the machine and the code, without a host or user name.</summary>
public static class HostDescription
{
    /// <param name="clock">What makes the latency.</param>
    /// <param name="server">Kind of the fixture server; null is the one that this process starts.</param>
    public static HostFingerprint Fingerprint(ILatencyClock clock, string? server = null)
    {
        HostEnvironmentInfo host = HostEnvironmentInfo.GetCurrent();
        return new HostFingerprint(
            host.CpuInfo.Value?.ProcessorName?.Trim() ?? "unknown processor",
            Environment.ProcessorCount,
            host.OsVersion.Value,
            RuntimeInformation.FrameworkDescription,
            server ?? SuiteEnvironment.ServerKind,
            clock.Name);
    }

    public static SourceIdentity Source()
    {
        (string? commit, bool? dirty) = CheckoutFolder.GitState();
        return new SourceIdentity(
            commit,
            dirty,
            SourceHash.OfThisBuild,
            VersionOf(typeof(BenchmarkDotNet.Running.BenchmarkRunner)),
            VersionOf(typeof(Perfolizer.Sample)));
    }

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

using System.Reflection;
using System.Runtime.InteropServices;
using BenchGate.Measuring;
using BenchmarkDotNet.Environments;
using Fixtures.Latency;
using Fixtures.Server;
using Perfolizer.Helpers;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Describes the machine and the code, without a host or user name.</summary>
public static class HostDescription
{
    /// <param name="clock">The clock that makes the latency.</param>
    /// <param name="server">Kind of the fixture server.</param>
    /// <param name="serverSettings">The runtime settings of a server that was started separately; null for a server of this suite, which
    /// has the environment of this process.</param>
    public static HostFingerprint Fingerprint(ILatencyClock clock, string server, string? serverSettings = null)
    {
        var host = HostEnvironmentInfo.GetCurrent();
        string settings = RuntimeVariables.OfThisProcess();
        return new HostFingerprint(
            Processor.Name(host.Cpu.Value?.ProcessorName),
            Environment.ProcessorCount,
            SystemName(host.Os.Value.ToBrandString()),
            RuntimeInformation.FrameworkDescription,
            server,
            clock.Name)
        {
            RuntimeSettings = SettingsOf(settings, serverSettings ?? settings),
        };
    }

    /// <summary>The settings of both processes in one text; null if both have only defaults.</summary>
    internal static string? SettingsOf(string client, string server) => (client, server) switch
    {
        ("", "") => null,
        _ when client == server => client,
        _ => $"client: {OrDefaults(client)}; server: {OrDefaults(server)}",
    };

    private static string OrDefaults(string settings) => settings.Length == 0 ? "defaults" : settings;

    public static async Task<SourceIdentity> SourceAsync(CancellationToken stop)
    {
        (string? commit, bool? dirty) = await CheckoutFolder.GitStateAsync(stop);
        return new SourceIdentity(
            commit,
            dirty,
            SourceHash.OfThisBuild,
            VersionOf(typeof(BenchmarkDotNet.Running.BenchmarkRunner)),
            VersionOf(typeof(Perfolizer.Horology.Chronometer)));
    }

    /// <summary>
    /// The distribution's own name, as BenchmarkDotNet 0.14.0 wrote it. This text identifies the host, so it must not change.
    /// </summary>
    internal static string SystemName(string brand)
    {
        const string Kernel = "Linux ";
        return brand.Length > Kernel.Length && brand.StartsWith(Kernel, StringComparison.Ordinal) && char.IsLetter(brand, Kernel.Length)
            ? brand[Kernel.Length..]
            : brand;
    }

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

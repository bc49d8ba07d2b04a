using System.Text.Json;
using BenchGate.Measuring;
using Benchmarks.Measurement;
using Fixtures.Server;
using Results.Gate;
using Results.History;
using Results.Pages.Report;
using Results.Records;
using Tests.Pages;

namespace Tests.Field;

/// <summary>The runtime's own environment variables change times, so a record has them, and only equal ones are compared.</summary>
public sealed class RuntimeSettingsTests
{
    [Theory]
    [InlineData("", "PATH=/bin", "DOTNET_ROOT=/usr/share/dotnet", "DOTNET_CLI_TELEMETRY_OPTOUT=1", "DOTNET_NOLOGO=1")]
    [InlineData("", "DOTNET_gcServer=0", "DOTNET_TieredCompilation=1", "COMPlus_TieredPGO=0x1", "DOTNET_ReadyToRun=")]
    [InlineData("gcServer=1", "DOTNET_gcServer=1")]
    [InlineData("gcServer=1", "COMPlus_gcServer=0x01")]
    [InlineData("gcServer=1", "COMPlus_gcServer=0", "DOTNET_gcServer=1")]
    [InlineData("", "COMPlus_gcServer=1", "DOTNET_gcServer=0")]
    [InlineData("TieredCompilation=0 TieredPGO=0", "DOTNET_TieredPGO=0", "DOTNET_TieredCompilation=0")]
    [InlineData("GCHeapHardLimit=C800000", "DOTNET_GCHeapHardLimit=0c800000")]
    [InlineData("ThreadPool_ForceMaxWorkerThreads=F", "DOTNET_ThreadPool_ForceMaxWorkerThreads=f")]
    [InlineData("PROCESSOR_COUNT=1", "DOTNET_PROCESSOR_COUNT=1")]
    [InlineData("SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1", "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1")]
    [InlineData("GCName=a_b", "DOTNET_GCName=a b")]
    public void Only_what_is_not_the_default_is_kept(string kept, params string[] variables) =>
        Assert.Equal(kept, RuntimeVariables.Of(
            variables.Select(one => one.Split('=', 2)).Select(one => KeyValuePair.Create(one[0], (string?)one[1]))));

    [Theory]
    [InlineData("", "", null)]
    [InlineData("gcServer=1", "gcServer=1", "gcServer=1")]
    [InlineData("gcServer=1", "", "client: gcServer=1; server: defaults")]
    [InlineData("", "TieredPGO=0", "client: defaults; server: TieredPGO=0")]
    public void Client_and_server_are_told_apart_if_they_differ(string client, string server, string? text) =>
        Assert.Equal(text, HostDescription.SettingsOf(client, server));

    [Fact]
    public void A_run_with_other_settings_cannot_be_compared_or_resumed_and_has_its_own_history()
    {
        RunRecord plain = Samples.Standard();
        RunRecord server = With(plain, "gcServer=1");

        Assert.Equal(["runtime settings: (none), became gcServer=1"], RunIdentity.Differences(plain, server));
        Assert.NotNull(Resumption.Obstacle(plain with { Complete = false }, server));
        Assert.NotEqual(RunIdentity.FingerprintOf(plain.Host), RunIdentity.FingerprintOf(server.Host));
        Assert.Equal(
            GateExitCodes.NotComparable,
            ReferenceGate.Decide(new("plain", plain), new("server", server), [], GateMetric.Time, new GateRules()).ExitCode);
    }

    [Fact]
    public void Every_page_prints_them_and_a_default_run_prints_and_stores_nothing()
    {
        RunRecord server = With(Samples.Standard(), "gcServer=1");
        Assert.Contains(RunHeader.Lines(server), line => line.EndsWith(", runtime settings gcServer=1", StringComparison.Ordinal));
        Assert.DoesNotContain(RunHeader.Lines(Samples.Standard()), line => line.Contains("settings", StringComparison.Ordinal));
        string stored = JsonSerializer.Serialize(Samples.Standard(), RecordJson.Options);
        Assert.DoesNotContain("runtimeSettings", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Example CPU @ 2 GHz", "processor\t: 0", "model name\t: Example CPU @ 2 GHz", "processor\t: 1", "model name\t: Other")]
    [InlineData("Arm processor, implementer 0x41, part 0xd0c", "processor : 0", "CPU implementer : 0x41", "CPU part : 0xd0c")]
    [InlineData(null, "processor : 0", "model name :", "nonsense")]
    public void The_kernel_names_the_processor_where_lscpu_is_missing(string? name, params string[] lines) =>
        Assert.Equal(name, Processor.FromKernel(lines));

    [Fact]
    public void A_processor_without_any_name_still_has_an_architecture()
    {
        Assert.Equal("Example", Processor.Name(" Example "));
        Assert.DoesNotContain("unknown processor", Processor.Name(""), StringComparison.Ordinal);
    }

    private static RunRecord With(RunRecord run, string settings) => run with { Host = run.Host with { RuntimeSettings = settings } };
}

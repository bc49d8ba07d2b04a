using System.Runtime;
using Benchmarks.Instrument.Checks;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class SaturationCheckTests
{
    // low, because on a busy machine even an overloaded server gets little processor time
    private static readonly CheckBound s_cpuPercent = CheckBound.AtMost(15);
    private static readonly CheckBound s_inflation = CheckBound.AtMost(3);

    [Fact]
    public async Task Passes_with_a_server_that_only_waits() =>
        Assert.All(await CheckAsync(clock => clock), check => Assert.True(check.Ok, check.ToString()));

    [Fact]
    public async Task Fails_with_a_server_that_computes_for_every_request()
    {
        IReadOnlyList<CheckRecord> checks = await CheckAsync(clock => new BurningClock(clock, TimeSpan.FromMilliseconds(60)));

        Assert.Equal(["server-cpu-share", "service-time-inflation"], checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.False(check.Ok, check.ToString()));
    }

    private static async Task<IReadOnlyList<CheckRecord>> CheckAsync(Func<ILatencyClock, ILatencyClock> around)
    {
        // enough requests for each core that their work takes twenty times as long as the latency
        await using CheckedServer system = await CheckedServer.StartAsync(20 * Environment.ProcessorCount, latencyMs: 50, around);
        await OnceAsync(system); // does most of the compilation
        return await OnceAsync(system);
    }

    private static Task<IReadOnlyList<CheckRecord>> OnceAsync(CheckedServer system) => SaturationCheck.RunAsync(
        system.Address, Cpu, system.Server.Scenario, new WhenAll(), system.Work, TimeSpan.FromSeconds(1), s_cpuPercent, s_inflation);

    // Client and server are one process here. The client's part is small, but the compilation in a new process is not.
    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime - JitInfo.GetCompilationTime();
}

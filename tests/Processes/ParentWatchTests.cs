using System.Diagnostics;
using BenchGate.Processes;
using Benchmarks.Processes;
using Benchmarks.Serving;
using Tests.Trials.Programs;

namespace Tests.Processes;

/// <summary>A process of the suite ends soon after its parent was killed. About 1 s.</summary>
public sealed class ParentWatchTests
{
    /// <summary>Its standard input stays open, and it ignores signals, so nothing else ends it.</summary>
    [Fact]
    public async Task A_process_of_bench_gate_whose_parent_is_killed_ends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        const string Script = "exec 3<&0; BENCH_PARENT=$$ dotnet \"$0\" guard none <&3 & echo started; wait";
        var start = new ProcessStartInfo("sh", ["-c", Script, typeof(OrphanGuard).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var shell = TrialProgram.Start(start);
        await shell.PrintsAsync(1, line => line == "started");
        Assert.Equal(2, shell.Family.Find().Count);

        shell.Send(Signal.Kill);

        await Server.Eventually.IsTrueAsync(() => shell.Family.Find().Count == 0, "the guard has ended");
    }

    [Fact]
    public async Task A_server_whose_parent_is_killed_ends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        // A shell that tells the server to watch it, and waits.
        var start = new ProcessStartInfo(
            "sh", ["-c", "BENCH_PARENT=$$ dotnet \"$0\" serve --scenario baidu < /dev/null & wait", typeof(ThisSuite).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var shell = TrialProgram.Start(start);
        await shell.PrintsAsync(1, line => line.StartsWith("Serving", StringComparison.Ordinal));
        Assert.Equal(2, shell.Family.Find().Count);
        Uri[] urls =
        [
            .. shell.Lines[0].Split(' ').Where(word => word.StartsWith("http", StringComparison.Ordinal)).Select(word => new Uri(word)),
        ];
        Assert.Equal(ExternalServer.AddressesOf(urls[0]).Http2, urls[1]);

        shell.Send(Signal.Kill);

        await Server.Eventually.IsTrueAsync(() => shell.Family.Find().Count == 0, "the server has ended");
    }
}

using System.Diagnostics;
using System.Globalization;
using BenchGate.Processes;
using Results.Records;

namespace Tests.Projects;

/// <summary>A gate that is stopped at any moment leaves no process, no broken file and nothing in the user's folder.</summary>
public class StoppedGateTests
{
    private const string Waits = "stop() { touch \"$AROUND/here\"; exec sleep 600; }\n";

    // The first two launches are discarded, and the next two are a pair.
    private const string LaunchesFive =
        "on_launch() { echo >> \"$AROUND/launches\"; [ $(wc -l < \"$AROUND/launches\") -ne 5 ] || stop; }";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1), s_pause = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData("INT", 130, "on_build() { stop; }")]
    [InlineData("TERM", 143, "on_build() { stop; }")]
    [InlineData("KILL", 137, "on_build() { stop; }")]
    [InlineData("INT", 130, "on_run() { stop; }")]
    [InlineData("TERM", 143, "on_run() { stop; }")]
    [InlineData("KILL", 137, "on_run() { stop; }")]
    [InlineData("INT", 130, LaunchesFive)]
    [InlineData("TERM", 143, LaunchesFive)]
    [InlineData("KILL", 137, LaunchesFive)]
    public async Task Nothing_is_left_and_the_pairs_before_it_are_kept(string signal, int exit, string when)
    {
        using var project = new FakeProject(Waits + when, Waits + when);
        string before = project.State;
        using Process gate = Process.Start(project.Start())!;
        Task<string> error = gate.StandardError.ReadToEndAsync(), output = gate.StandardOutput.ReadToEndAsync();
        Assert.True(Within(() => File.Exists(project.Around("here")) || gate.HasExited), await TextOf(gate, error));
        using (var kill = Process.Start("kill", [$"-{signal}", gate.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await gate.WaitForExitAsync();

        Assert.Equal(exit, gate.ExitCode);
        if (signal != "KILL")
            Assert.StartsWith("interrupted: ", Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
                StringComparison.Ordinal);
        var left = new MarkedProcesses("AROUND", project.Around("").TrimEnd('/'));
        Assert.True(Within(() => left.Find().Count == 0), string.Join(' ', left.Find()));
        Assert.Equal(before, project.State);
        Assert.True(Within(() => !Directory.EnumerateFileSystemEntries(project.Around("tmp"), "bench-*").Any()));
        string file = Path.Combine(project.Results, "gate-run.json");
        Assert.Equal(when == LaunchesFive, File.Exists(file));
        if (when != LaunchesFive)
            return;

        Assert.Single(Assert.Single(GateRunFile.Load(file).Cases).Pairs);
        ChildProcess resumed = await project.RunAsync("--resume");
        Assert.Equal(("", 0), (resumed.Error, resumed.Exit));
        GateRun run = GateRunFile.Load(file);
        Assert.True(run.Complete);
        Assert.Equal(2, Assert.Single(run.Cases).Pairs.Count);
        _ = await output;
    }

    private static async Task<string> TextOf(Process gate, Task<string> error) => gate.HasExited ? await error : "it waits";

    private static bool Within(Func<bool> done)
    {
        using var never = new ManualResetEvent(initialState: false);
        for (long begun = Stopwatch.GetTimestamp(); !done(); never.WaitOne(s_pause))
        {
            if (Stopwatch.GetElapsedTime(begun) > s_patience)
                return false;
        }

        return true;
    }
}

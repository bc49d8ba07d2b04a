using System.Diagnostics;
using BenchGate.Builds;
using BenchGate.Processes;

namespace BenchGate.Launchers;

/// <summary>The built program of one side, as its author starts it.</summary>
/// <param name="Assembly">Its dll.</param>
/// <param name="Folder">The folder of its project: BenchmarkDotNet looks there for the project that it builds.</param>
/// <param name="Scratch">A folder for its logs and temporary files.</param>
/// <param name="Filter">Patterns of full names; empty means all.</param>
internal sealed record BenchmarkProgram(string Assembly, string Folder, string Scratch, IReadOnlyList<string> Filter)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(30);

    /// <summary>Titles of benchmarks that BenchmarkDotNet must not see. It needs the hook.</summary>
    public IEnumerable<string> Without { get; init; } = [];

    // The time that a Main may need before it starts BenchmarkDotNet.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private string Artifacts => Path.Combine(Scratch, "artifacts");

    // Where a program writes that ignores the option --artifacts.
    private string UsualArtifacts => Path.Combine(Folder, "BenchmarkDotNet.Artifacts");

    /// <summary>Runs each chosen benchmark once.</summary>
    /// <param name="hooked">
    /// Whether BenchmarkDotNet gets the arguments directly, in place of the program's own Main: for a Main that ignores its arguments.
    /// </param>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public async Task<ProgramRun> RunAsync(bool hooked, CancellationToken stop)
    {
        foreach (string folder in (string[])[Artifacts, UsualArtifacts])
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        var start = new ProcessStartInfo("dotnet", [Assembly]) { WorkingDirectory = Folder };
        LaunchEnvironment.Prepare(start, Scratch);
        // BenchmarkDotNet builds the project once more
        WithoutCommit.AddTo(start);
        start.Environment["RunAnalyzers"] = "false"; // as in the first build: else a finding can be an error here that was none there
        IReadOnlyList<string> arguments = LaunchSettings.Arguments(Filter, Artifacts);
        if (hooked)
        {
            StartupHook.Add(start, Assembly, arguments, Without);
        }
        else
        {
            foreach (string argument in arguments)
                start.ArgumentList.Add(argument);
        }

        long begun = Stopwatch.GetTimestamp();
        using var given = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<ChildProcess> running = ChildProcess.RunAsync(start, s_limit, given.Token);
        bool ignores = await IgnoresArgumentsAsync(running, stop);
        if (ignores)
            await given.CancelAsync(); // it would run its benchmarks with its own settings, for minutes each
        try
        {
            ChildProcess ended = await running;
            return new ProgramRun(BenchmarkLog.Read([.. Logs().SelectMany(File.ReadAllLines)]), ended.Printed.Split('\n'), ignores)
            {
                Took = Stopwatch.GetElapsedTime(begun),
            };
        }
        catch (OperationCanceledException) when (ignores && !stop.IsCancellationRequested)
        {
            return new ProgramRun(BenchmarkLog.Read([]), [], ignores);
        }
    }

    /// <summary>BenchmarkDotNet creates its log first, so a program that does not have one there did not pass the option on.</summary>
    private async Task<bool> IgnoresArgumentsAsync(Task running, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!running.IsCompleted && !Logs().Any())
        {
            if (Directory.Exists(UsualArtifacts) || Stopwatch.GetElapsedTime(begun) > s_patience)
                return true;
            await Task.WhenAny(running, Task.Delay(s_pause, stop));
        }

        return !Logs().Any();
    }

    private IEnumerable<string> Logs() => Directory.Exists(Artifacts)
        ? Directory.EnumerateFiles(Artifacts, "*.log").Order(StringComparer.Ordinal)
        : [];
}

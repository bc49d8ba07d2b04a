using System.ComponentModel;
using System.Diagnostics;
using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Launchers;

/// <summary>
/// Starts the programs that BenchmarkDotNet generated and built, one benchmark a launch, without BenchmarkDotNet's host: a second for each
/// instead of five or more.
/// </summary>
/// <param name="side">For messages: base or head, with its name.</param>
/// <param name="blame">Exit code of a failure that this side caused.</param>
/// <param name="scratch">For temporary files.</param>
/// <param name="first">
/// Time limit of the first launch of each: one launch is a part of the program's first run. At least a minute. A later launch has the limit
/// of ten times the first, and at least a minute.
/// </param>
internal sealed class ReplayLauncher(string side, int blame, string scratch, IReadOnlyList<LoggedBenchmark> benchmarks, TimeSpan first)
    : ILauncher
{
    private const int TimesSlower = 10;

    /// <summary>The shortest limit.</summary>
    public TimeSpan Least { get; init; } = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, TimeSpan> _limits = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Cases { get; } = [.. benchmarks.Select(one => one.Id)];

    public bool TogetherOnly => false;

    public async Task<IReadOnlyList<CaseLaunch>> LaunchAsync(IReadOnlyList<string> cases, CancellationToken stop)
    {
        string id = cases.Single();
        LoggedBenchmark benchmark = benchmarks.First(one => one.Id == id);
        ProcessStartInfo start = benchmark.Command!.Start();
        LaunchEnvironment.Prepare(start, scratch);
        LaunchEnvironment.AddJob(start, benchmark.Settings);
        long begun = Stopwatch.GetTimestamp();
        ChildProcess child;
        try
        {
            TimeSpan most = _limits.GetValueOrDefault(id, AtLeast(first));
            nint? affinity = LaunchEnvironment.Affinity(benchmark.Settings);
            child = await ChildProcess.RunAsync(start, most, stop, process => Prefer(process, affinity));
        }
        catch (TimeoutException slow)
        {
            throw new GateException(blame, $"{id} of {side} did not end: {slow.Message}. It ended before, "
                + "so find out what it waits for, or leave it out with --filter.");
        }

        _ = _limits.TryAdd(id, AtLeast(Stopwatch.GetElapsedTime(begun) * TimesSlower));
        string[] lines = (child.Output + "\n" + child.Error).Split('\n');
        return LaunchOutput.Read(id, lines) is { } launch
            ? [launch]
            : throw new GateException(blame, $"{id} of {side} gave no result: {FirstFailure.In(lines) ?? child.FirstLine}. "
                + "It gave one before, so it may not work every time; repair it, or leave it out with --filter.");
    }

    private TimeSpan AtLeast(TimeSpan limit) => limit > Least ? limit : Least;

    /// <summary>As BenchmarkDotNet does: not every user may raise a priority.</summary>
    private static void Prefer(Process process, nint? affinity)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.High;
            if (affinity is { } mask && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
                process.ProcessorAffinity = mask;
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            // it has no right to, or the process has already ended
        }
    }
}

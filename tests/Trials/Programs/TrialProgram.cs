using System.Diagnostics;
using BenchGate.Processes;
using Benchmarks.Processes;

namespace Tests.Trials.Programs;

/// <summary>
/// The suite as a script starts it: a separate process. All its child processes can be identified.
/// </summary>
public sealed class TrialProgram : IDisposable
{
    /// <summary>
    /// Marks a program and all that it starts. It does not begin with BENCH_: the gate takes such variables from its builds, and they must
    /// be found, too.
    /// </summary>
    internal const string Variable = "TRIAL_FAMILY";

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    // A gate builds both of its sides.
    private static readonly TimeSpan s_build = TimeSpan.FromMinutes(20);
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly SemaphoreSlim _line = new(0);
    private readonly Task _reading;
    private readonly Task<string> _error;

    private TrialProgram(Process process, MarkedProcesses family)
    {
        (_process, Family) = (process, family);
        _reading = ReadAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The program and its child processes, without this process.</summary>
    public MarkedProcesses Family { get; }

    /// <summary>The lines that it has printed so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>Starts it with these arguments.</summary>
    public static TrialProgram Start(params string[] arguments) => Start(ThisSuite.Start(arguments));

    /// <param name="start">Output and error redirected.</param>
    public static TrialProgram Start(ProcessStartInfo start)
    {
        string mark = Guid.NewGuid().ToString("N");
        start.Environment[Variable] = mark;
        return new TrialProgram(
            Process.Start(OperatingSystem.IsLinux() ? TrialStart.Of(start) : start)!, new MarkedProcesses(Variable, mark));
    }

    /// <summary>Waits until it has printed a number of lines of a kind, or has ended.</summary>
    /// <exception cref="TimeoutException">It did neither in time, and was killed with its child processes; the message has its last
    /// line.</exception>
    public Task PrintsAsync(int count, Func<string, bool> kind) => PrintsAsync(count, kind, s_build);

    /// <param name="patience">Default: the time of the longest build.</param>
    internal async Task PrintsAsync(int count, Func<string, bool> kind, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (Lines.Count(kind) < count && !_reading.IsCompleted)
        {
            await Task.WhenAny(_line.WaitAsync(limit.Token), _reading);
            if (!limit.IsCancellationRequested)
                continue;
            Kill();
            throw new TimeoutException($"The program on trial printed nothing that was waited for within {patience.TotalSeconds} s; its "
                + $"last line: {(Lines is [.., var last] ? last : "none")}");
        }
    }

    /// <summary>
    /// As it comes in real life: a terminal sends Ctrl-C, and its own end, to all that was started in it; kill and the system to the
    /// program alone.
    /// </summary>
    public void Send(Signal signal)
    {
        if (signal is Signal.Interrupt or Signal.HangUp)
            _process.SendToGroup(signal);
        else
            _process.Send(signal);
    }

    /// <summary>
    /// Its exit code and its standard error. Null if it did not end in time; then it is killed with its child processes.
    /// </summary>
    public async Task<(int Exit, string Error)?> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        return await HasEndedAsync(limit.Token) ? await SaidAsync(limit.Token) : null;
    }

    /// <summary>Sends the signal, and waits until the program and its child processes have ended.</summary>
    /// <returns>As <see cref="EndAsync"/>; as <see cref="OrphansAsync"/>; and the time from its own end to the end of its last
    /// process.</returns>
    public async Task<((int Exit, string Error)? End, int Orphans, TimeSpan Gone)> StopAsync(Signal signal, TimeSpan patience)
    {
        Send(signal);
        using var limit = new CancellationTokenSource(patience);
        bool ended = await HasEndedAsync(limit.Token);
        long since = Stopwatch.GetTimestamp();
        int orphans = await OrphansAsync(patience);
        TimeSpan gone = Stopwatch.GetElapsedTime(since);
        // Last, because its child processes may have its standard error open, and waiting for its end also waits for them.
        using var reading = new CancellationTokenSource(patience);
        return (ended ? await SaidAsync(reading.Token) : null, orphans, gone);
    }

    /// <summary>The number of its processes that still run after the time limit. They are killed.</summary>
    public async Task<int> OrphansAsync(TimeSpan patience)
    {
        long since = Stopwatch.GetTimestamp();
        while (Family.Find().Count > 0 && Stopwatch.GetElapsedTime(since) < patience)
            await Task.Delay(s_look);
        int orphans = Family.Find().Count;
        Family.End();
        return orphans;
    }

    public void Dispose()
    {
        _process.Dispose();
        _line.Dispose();
    }

    private async Task<bool> HasEndedAsync(CancellationToken limit)
    {
        try
        {
            await _process.WaitForExitAsync(limit);
            return true;
        }
        catch (OperationCanceledException)
        {
            Kill();
            return false;
        }
    }

    /// <summary>
    /// Call this after its end: then its whole output is in <see cref="Lines"/>. Null if another process still has one of its streams open.
    /// </summary>
    private async Task<(int Exit, string Error)?> SaidAsync(CancellationToken limit)
    {
        try
        {
            await _reading.WaitAsync(limit);
            return (_process.ExitCode, await _error.WaitAsync(limit));
        }
        catch (OperationCanceledException)
        {
            Kill();
            return null;
        }
    }

    private void Kill()
    {
        _process.Kill();
        Family.End();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_lines)
                _lines.Add(line);
            _line.Release();
        }
    }
}

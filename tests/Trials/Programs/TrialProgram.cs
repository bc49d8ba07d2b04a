using System.Diagnostics;
using Benchmarks.Processes;

namespace Tests.Trials.Programs;

/// <summary>
/// The suite as a script starts it: a process of its own, all of whose children can be told from the rest of the machine.
/// </summary>
public sealed class TrialProgram : IDisposable
{
    private const string Variable = "BENCH_TRIAL";
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

    /// <summary>It and whatever it starts; without this process.</summary>
    public MarkedProcesses Family { get; }

    /// <summary>What it has printed so far.</summary>
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
        return new TrialProgram(Process.Start(OperatingSystem.IsLinux() ? TrialStart.Of(start) : start)!, new MarkedProcesses(Variable, mark));
    }

    /// <summary>Waits until it has printed as many lines of a kind, or has ended.</summary>
    /// <exception cref="TimeoutException">It did neither in time, and was killed with all it started; the message has its last
    /// line.</exception>
    public Task PrintsAsync(int count, Func<string, bool> kind) => PrintsAsync(count, kind, s_build);

    /// <param name="patience">Without it, as long as the longest build may take.</param>
    internal async Task PrintsAsync(int count, Func<string, bool> kind, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (Lines.Count(kind) < count && !_reading.IsCompleted)
        {
            await Task.WhenAny(_line.WaitAsync(limit.Token), _reading);
            if (!limit.IsCancellationRequested)
                continue;
            Kill();
            throw new TimeoutException($"The program on trial printed nothing that was waited for within {patience.TotalSeconds} s; its last line: {(Lines is [.., var last] ? last : "none")}");
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
    /// Its exit code and what it said on standard error; null if it did not end in time, and then it is killed with all it started.
    /// </summary>
    public async Task<(int Exit, string Error)?> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        return await HasEndedAsync(limit.Token) ? await SaidAsync(limit.Token) : null;
    }

    /// <summary>Sends the signal, and waits until it and all that it started are gone.</summary>
    /// <returns>As <see cref="EndAsync"/>; as <see cref="OrphansAsync"/>; and how long after itself the last of its processes
    /// ended.</returns>
    public async Task<((int Exit, string Error)? End, int Orphans, TimeSpan Gone)> StopAsync(Signal signal, TimeSpan patience)
    {
        Send(signal);
        using var limit = new CancellationTokenSource(patience);
        bool ended = await HasEndedAsync(limit.Token);
        long since = Stopwatch.GetTimestamp();
        int orphans = await OrphansAsync(patience);
        TimeSpan gone = Stopwatch.GetElapsedTime(since);
        // Last, since its children may hold its standard error: who waits for the end of that has waited for them.
        using var reading = new CancellationTokenSource(patience);
        return (ended ? await SaidAsync(reading.Token) : null, orphans, gone);
    }

    /// <summary>How many of its processes are still there after the patience; they are killed.</summary>
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
    /// After its end: all that it printed is in <see cref="Lines"/> then. Null if somebody still holds one of its streams.
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

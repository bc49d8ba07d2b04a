using System.Diagnostics;

namespace Benchmarks.Recording;

/// <summary>Records the number of pool threads over time. It uses its own thread, because a starved pool has no free thread.</summary>
internal sealed class ThreadPoolWatch : IDisposable
{
    private readonly List<double> _reachedMs = [];
    private readonly ManualResetEventSlim _end = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _step;
    private readonly Thread _watcher;

    /// <summary>Starts the recording.</summary>
    /// <param name="step">The time between two readings.</param>
    public ThreadPoolWatch(TimeSpan step)
    {
        _step = step;
        _watcher = new Thread(Watch) { IsBackground = true, Name = "pool watch" };
        _watcher.Start();
    }

    /// <summary>Ends the recording.</summary>
    /// <returns>For each number of threads, from one to the largest number: the time when the pool first had so many threads, in
    /// milliseconds.</returns>
    public IReadOnlyList<double> End()
    {
        _end.Set();
        _watcher.Join();
        return _reachedMs;
    }

    public void Dispose()
    {
        End();
        _end.Dispose();
    }

    private void Watch()
    {
        do
        {
            double ms = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
            for (int now = ThreadPool.ThreadCount; _reachedMs.Count < now;)
                _reachedMs.Add(ms);
        }
        while (!_end.Wait(_step));
    }
}

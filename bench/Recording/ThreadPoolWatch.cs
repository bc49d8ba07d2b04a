using System.Diagnostics;

namespace Benchmarks.Recording;

/// <summary>Notes when the thread pool has how many threads. On a thread of its own: what starves waits for a thread of the pool.</summary>
internal sealed class ThreadPoolWatch : IDisposable
{
    private readonly List<double> _reachedMs = [];
    private readonly ManualResetEventSlim _end = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _step;
    private readonly Thread _watcher;

    /// <summary>Begins to watch.</summary>
    /// <param name="step">How often it looks.</param>
    public ThreadPoolWatch(TimeSpan step)
    {
        _step = step;
        _watcher = new Thread(Watch) { IsBackground = true, Name = "pool watch" };
        _watcher.Start();
    }

    /// <summary>Ends the watch.</summary>
    /// <returns>For one thread, two threads and so on up to the most that were seen, when the pool was first seen to have so many;
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

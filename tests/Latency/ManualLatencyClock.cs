using Fixtures.Latency;

namespace Tests.Latency;

/// <summary>A latency clock that stands still until it is advanced by hand: tests of order and concurrency need no real waiting.</summary>
internal sealed class ManualLatencyClock : ILatencyClock
{
    private readonly Lock _gate = new();
    private readonly List<Delay> _pending = [];
    private readonly List<Waiter> _waiters = [];
    private TimeSpan _now;

    public string Name => "manual";

    /// <summary>Time since the clock was made.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_gate)
                return _now;
        }
    }

    /// <summary>Delays that are neither over nor cancelled.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
                return _pending.Count;
        }
    }

    public ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellation);
        if (delay <= TimeSpan.Zero)
            return ValueTask.CompletedTask;

        Delay pending;
        lock (_gate)
        {
            pending = new Delay(_now + delay);
            _pending.Add(pending);
            foreach (Waiter waiter in _waiters.FindAll(waiter => waiter.Count <= _pending.Count))
                waiter.Reached.TrySetResult();
        }

        CancellationTokenRegistration registration = cancellation.UnsafeRegister((_, token) => Cancel(pending, token), null);
        _ = pending.Over.Task.ContinueWith(
            _ => registration.Unregister(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return new ValueTask(pending.Over.Task);
    }

    /// <summary>
    /// Lets time pass: all delays due by then end, in the order of their due times and, where these are equal, of their calls.
    /// </summary>
    public void Advance(TimeSpan by)
    {
        List<Delay> due;
        lock (_gate)
        {
            _now += by;
            due = [.. _pending.Where(delay => delay.Due <= _now).OrderBy(delay => delay.Due)];
            _pending.RemoveAll(delay => delay.Due <= _now);
        }

        foreach (Delay delay in due)
            delay.Over.TrySetResult();
    }

    /// <summary>
    /// Completes once <paramref name="count"/> delays are pending: the requests a test has sent have all arrived and wait.
    /// </summary>
    public async Task WhenPendingAsync(int count)
    {
        var waiter = new Waiter(count);
        lock (_gate)
        {
            if (_pending.Count >= count)
                return;
            _waiters.Add(waiter);
        }

        await waiter.Reached.Task;
        lock (_gate)
            _waiters.Remove(waiter);
    }

    private void Cancel(Delay delay, CancellationToken token)
    {
        lock (_gate)
            _pending.Remove(delay);
        delay.Over.TrySetCanceled(token);
    }

    private sealed class Delay(TimeSpan due)
    {
        public TimeSpan Due => due;

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Waiter(int count)
    {
        public int Count => count;

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

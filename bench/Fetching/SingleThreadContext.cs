using System.Collections.Concurrent;

namespace Benchmarks.Fetching;

/// <summary>After each await, the code continues on one thread, as in a desktop application or in Python's event loop.</summary>
public sealed class SingleThreadContext : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Step, object? State)> _steps = [];

    private SingleThreadContext()
    {
    }

    /// <summary>
    /// Runs <paramref name="work"/>, and everything after its awaits, on the calling thread. The thread is blocked until the work
    /// completes.
    /// </summary>
    public static T Run<T>(Func<Task<T>> work)
    {
        SynchronizationContext? before = Current;
        using var context = new SingleThreadContext();
        SetSynchronizationContext(context);
        try
        {
            Task<T> done = work();
            _ = done.ContinueWith(
                _ => context._steps.CompleteAdding(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            foreach ((SendOrPostCallback step, object? state) in context._steps.GetConsumingEnumerable())
                step(state);
            return done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _steps.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Send is not supported: it would block until the thread of this context is free. Use Post.");

    public void Dispose() => _steps.Dispose();
}

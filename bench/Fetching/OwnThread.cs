namespace Benchmarks.Fetching;

/// <summary>
/// A thread for one piece of work: what may block the thread that starts it must keep neither the caller nor one of the pool's few.
/// </summary>
public static class OwnThread
{
    /// <returns>Done when the task that <paramref name="work"/> returns is done, with its result or exception; what follows its first real
    /// wait runs wherever it would.</returns>
    public static Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}

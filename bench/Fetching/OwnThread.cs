namespace Benchmarks.Fetching;

/// <summary>
/// Runs work that may block on a new thread, so that it blocks neither the caller nor a thread of the thread pool.
/// </summary>
public static class OwnThread
{
    /// <returns>Completes with the result or exception of the task that <paramref name="work"/> returns. After the first await that really
    /// waits, the work continues on its usual thread.</returns>
    public static Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}

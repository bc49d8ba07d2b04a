namespace Benchmarks.Micro;

/// <summary>Operations that all wait until this object is disposed.</summary>
internal sealed class WaitingCrowd : IDisposable
{
    private readonly Action _letGo;

    private WaitingCrowd(Action letGo) => _letGo = letGo;

    /// <summary>
    /// Async methods, each suspended at an await. Each costs its state machine and an entry in two lists: the list of this object, and the
    /// list of continuations.
    /// </summary>
    public static WaitingCrowd OfTasks(int count)
    {
        var gate = new TaskCompletionSource();
        var tasks = new Task[count];
        for (int i = 0; i < count; i++)
            tasks[i] = WaitAsync(gate.Task);
        return new WaitingCrowd(() =>
        {
            gate.SetResult();
            Task.WaitAll(tasks);
        });
    }

    /// <summary>Threads, each blocked; returns when all of them are.</summary>
    /// <exception cref="OutOfMemoryException">The system allows no more threads.</exception>
    public static WaitingCrowd OfThreads(int count)
    {
        var gate = new ManualResetEventSlim(initialState: false, spinCount: 0);
        using var arrived = new CountdownEvent(count);
        var threads = new Thread[count];
        for (int i = 0; i < count; i++)
        {
            threads[i] = new Thread(() =>
            {
                arrived.Signal();
                gate.Wait();
            })
            { IsBackground = true };
            threads[i].Start();
        }

        arrived.Wait();
        return new WaitingCrowd(() =>
        {
            gate.Set();
            Array.ForEach(threads, thread => thread.Join());
            gate.Dispose();
        });
    }

    public void Dispose() => _letGo();

    private static async Task WaitAsync(Task gate) => await gate;
}

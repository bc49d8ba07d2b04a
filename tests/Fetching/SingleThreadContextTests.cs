using Benchmarks.Fetching;

namespace Tests.Fetching;

public sealed class SingleThreadContextTests
{
    [Fact]
    public void Whatever_follows_an_await_runs_on_the_calling_thread_one_step_at_a_time()
    {
        int here = Environment.CurrentManagedThreadId;
        int inside = 0; // not locked, and never above 1
        int[] threads = SingleThreadContext.Run(() => Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            await Task.Run(() => { });
            Assert.Equal(1, ++inside);
            int thread = Environment.CurrentManagedThreadId;
            inside--;
            await Task.Yield();
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            return thread;
        })));

        Assert.All(threads, thread => Assert.Equal(here, thread));
    }

    [Fact]
    public void The_context_that_was_there_before_is_there_again()
    {
        var before = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(before);
        try
        {
            Assert.Throws<InvalidOperationException>(() => SingleThreadContext.Run<int>(async () =>
            {
                await Task.Yield();
                throw new InvalidOperationException();
            }));
            Assert.Same(before, SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    [Fact]
    public void To_wait_for_the_thread_from_itself_is_refused() =>
        Assert.Throws<NotSupportedException>(() => SingleThreadContext.Run<int>(() =>
        {
            SynchronizationContext.Current!.Send(_ => { }, null);
            return Task.FromResult(0);
        }));
}

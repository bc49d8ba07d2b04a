using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Tests.Instrument.Checks;

namespace Tests.Fetching;

[Collection(Alone.Name)]
public sealed class PreGrownThreadPoolTests
{
    [Fact]
    public void It_grows_by_a_thread_a_request_for_who_blocks_pool_threads_and_is_as_before_at_the_end()
    {
        int before = Least();
        var first = PreGrownThreadPool.For(new SyncOverAsync().Descriptor, 40);
        var second = PreGrownThreadPool.For(new TaskRunSync().Descriptor, 3);
        Assert.Equal(before + 43, Least());

        first.Dispose();
        first.Dispose();
        Assert.Equal(before + 3, Least());

        second.Dispose();
        Assert.Equal(before, Least());
    }

    [Fact]
    public void It_stays_as_it_is_for_all_others()
    {
        int before = Least();
        foreach (IFetchStrategy strategy in StrategyCatalog.All.Where(strategy => strategy.Descriptor.Threads != ThreadUse.PoolBlocked))
        {
            using var pool = PreGrownThreadPool.For(strategy.Descriptor, 40);
            Assert.Equal(before, Least());
        }
    }

    private static int Least()
    {
        ThreadPool.GetMinThreads(out int workers, out _);
        return workers;
    }
}

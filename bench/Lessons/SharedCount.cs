using Benchmarks.Fetching;

namespace Benchmarks.Lessons;

/// <summary>Counts the JSON objects on all pages of a fan-out, in one variable that all requests share.</summary>
internal sealed class SharedCount
{
    private int _count;

    public async Task<int> OfAsync(FetchWork work, Func<Task> addOne)
    {
        await Task.WhenAll(work.Requests.Select(async request =>
        {
            string page = await work.Client.GetStringAsync(request.Url);
            foreach (char _ in page.Where(letter => letter == '{'))
                await addOne();
        }));
        return _count;
    }

    /// <summary>Lets other threads run between the read and the write. This also happens without Yield, but rarely.</summary>
    public Task AddWithoutLock()
    {
        int read = _count;
        Thread.Yield();
        _count = read + 1;
        return Task.CompletedTask;
    }

    /// <summary>Other steps of this thread may run while this one waits.</summary>
    public async Task AddAcrossAwaitAsync()
    {
        int read = _count;
        await Task.Yield();
        _count = read + 1;
    }

    /// <summary>Reads, adds and writes in one atomic step.</summary>
    public Task AddInterlocked()
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }
}

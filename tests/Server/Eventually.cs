namespace Tests.Server;

/// <summary>Waits for what another process or thread is about to do, where nothing tells when it has done it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    public static async Task IsTrueAsync(Func<bool> condition, string what) =>
        Assert.True(await WithinAsync(s_limit, condition), $"after {s_limit.TotalSeconds} s still not so: {what}");

    /// <summary>Looks from a thread of its own: other tests starve the thread pool, and a look every 20 s misses what is short.</summary>
    /// <returns>Whether the condition came true in time.</returns>
    public static Task<bool> WithinAsync(TimeSpan limit, Func<bool> condition) => Task.Factory.StartNew(
        () => SpinWait.SpinUntil(condition, limit),
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}

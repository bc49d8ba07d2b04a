namespace Tests.Server;

/// <summary>Waits for what another process or thread is about to do, where nothing tells when it has done it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>Looks from a thread of its own: other tests starve the thread pool, and a look every 20 s misses what is short.</summary>
    public static Task IsTrueAsync(Func<bool> condition, string what) => Task.Factory.StartNew(
        () => Assert.True(SpinWait.SpinUntil(condition, s_limit), $"after {s_limit.TotalSeconds} s still not so: {what}"),
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}

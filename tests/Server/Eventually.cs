namespace Tests.Server;

/// <summary>Waits for what another process or thread is about to do, where nothing tells when it has done it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    public static async Task IsTrueAsync(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"after {s_limit.TotalSeconds} s still not so: {what}");
            await Task.Delay(2);
        }
    }
}

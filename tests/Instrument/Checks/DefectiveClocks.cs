using System.Diagnostics;
using Fixtures.Latency;

namespace Tests.Instrument.Checks;

/// <summary>Ends every delay later, or earlier, than requested.</summary>
internal sealed class SkewedClock(ILatencyClock inner, double skewMs) : ILatencyClock
{
    public string Name => "skewed";

    public ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellation) =>
        inner.DelayAsync(delay + TimeSpan.FromMilliseconds(skewMs), cancellation);
}

/// <summary>
/// Uses processor time for every request, like a server that is too slow for its load. It uses at most as many threads as there are cores,
/// even if the pool has more.
/// </summary>
internal sealed class BurningClock(ILatencyClock inner, TimeSpan burn) : ILatencyClock, IDisposable
{
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    public string Name => "burning";

    public async ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        await inner.DelayAsync(delay, cancellation).ConfigureAwait(false);
        await _cores.WaitAsync(cancellation).ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < burn)
        {
        }

        _cores.Release();
    }

    public void Dispose() => _cores.Dispose();
}

/// <summary>Its time stamps have steps of 1 ms.</summary>
internal sealed class CoarseTime : TimeProvider
{
    public override long GetTimestamp()
    {
        long now = base.GetTimestamp();
        return now - (now % (TimestampFrequency / 1000));
    }
}

using System.Diagnostics;
using Fixtures.Latency;

namespace Tests.Checks;

/// <summary>Ends every delay later, or earlier, than asked.</summary>
internal sealed class SkewedClock(ILatencyClock inner, double skewMs) : ILatencyClock
{
    public string Name => "skewed";

    public ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellation) =>
        inner.DelayAsync(delay + TimeSpan.FromMilliseconds(skewMs), cancellation);
}

/// <summary>Burns processor time for every request, as a server does that is too slow for its load.</summary>
internal sealed class BurningClock(ILatencyClock inner, TimeSpan burn) : ILatencyClock
{
    public string Name => "burning";

    public async ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        await inner.DelayAsync(delay, cancellation).ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < burn)
        {
        }
    }
}

/// <summary>Its time stamps come in steps of 1 ms.</summary>
internal sealed class CoarseTime : TimeProvider
{
    public override long GetTimestamp()
    {
        long now = base.GetTimestamp();
        return now - (now % (TimestampFrequency / 1000));
    }
}

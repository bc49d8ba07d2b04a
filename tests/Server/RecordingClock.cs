using Fixtures.Latency;
using Tests.Latency;

namespace Tests.Server;

/// <summary>A manual clock that also remembers which delays it was asked for, in the order of the calls.</summary>
internal sealed class RecordingClock : ILatencyClock
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _asked = [];
    private int _mostPending;

    public string Name => "manual";

    public ManualLatencyClock Manual { get; } = new();

    /// <summary>The delays asked for so far.</summary>
    public IReadOnlyList<TimeSpan> Asked
    {
        get
        {
            lock (_gate)
                return [.. _asked];
        }
    }

    /// <summary>The most delays that were pending at once.</summary>
    public int MostPending
    {
        get
        {
            lock (_gate)
                return _mostPending;
        }
    }

    public ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _asked.Add(delay);
            ValueTask pending = Manual.DelayAsync(delay, cancellation);
            _mostPending = Math.Max(_mostPending, Manual.Pending);
            return pending;
        }
    }
}

using Fixtures.Model;

namespace Tests.Model;

/// <summary>
/// The rules of <see cref="Schedule"/> played event by event, with queues and idle connections as a real client and
/// server have them: slower and longer than the product's one pass, but nothing in it is derived.
/// </summary>
internal sealed class EventSimulation
{
    private readonly Scenario _scenario;
    private readonly Schedule _schedule;
    private readonly PriorityQueue<Action, (TimeSpan Time, int Order)> _events = new();
    private readonly Queue<int> _waitingForConnection = new();
    private readonly Queue<int> _waitingForServer = new();
    private TimeSpan _now;
    private int _order;
    private int _next;
    private int _inFlight;
    private int _open;
    private int _idle;
    private int _busy;
    private Opening? _opening;

    private EventSimulation(Scenario scenario, Schedule schedule)
    {
        (_scenario, _schedule) = (scenario, schedule);
        if (schedule is { Connections: Connections.Shared, WarmPool: true })
        {
            _open = Math.Min(schedule.ConnectionLimit ?? int.MaxValue, scenario.Requests.Count);
            _idle = _open * Streams;
        }
    }

    private int Streams => _schedule.Connections == Connections.Shared ? _schedule.StreamsPerConnection : 1;

    public static TimeSpan Of(Scenario scenario, Schedule schedule)
    {
        var simulation = new EventSimulation(scenario, schedule);
        simulation.Refill();
        while (simulation._events.TryDequeue(out Action? happen, out (TimeSpan Time, int) at))
        {
            simulation._now = at.Time;
            happen();
        }

        return simulation._now;
    }

    private void Refill()
    {
        if (_schedule.Refill == Fixtures.Model.Refill.Waves && _inFlight > 0)
            return;
        while (_inFlight < _schedule.Limit && _next < _scenario.Requests.Count)
        {
            _inFlight++;
            Connect(_next++);
        }
    }

    private void Connect(int index)
    {
        if (_idle > 0)
        {
            _idle--;
            Arrive(index);
        }
        else if (_opening is { Free: > 0 } opening)
        {
            opening.Free--;
            After(opening.ReadyAt - _now, () => Arrive(index));
        }
        else if (_open < (_schedule.ConnectionLimit ?? int.MaxValue))
        {
            _open++;
            Open(index);
        }
        else
        {
            _waitingForConnection.Enqueue(index);
        }
    }

    private void Open(int index)
    {
        var opened = new Opening { ReadyAt = _now + _scenario.ConnectDelay, Free = Streams - 1 };
        _opening = opened;
        After(_scenario.ConnectDelay, () =>
        {
            _idle += opened.Free;
            opened.Free = 0;
            Arrive(index);
        });
    }

    private void Arrive(int index)
    {
        _waitingForServer.Enqueue(index);
        Serve();
    }

    private void Serve()
    {
        if (_busy == (_scenario.Capacity ?? int.MaxValue) || !_waitingForServer.TryDequeue(out int index))
            return;
        _busy++;
        After(_scenario.OfferedLatency(_scenario.Requests.First + index), Complete);
    }

    private void Complete()
    {
        _busy--;
        _inFlight--;
        Serve();
        if (_schedule.Connections == Connections.Shared)
            _idle++;
        else
            _open--;
        if (_waitingForConnection.TryDequeue(out int index))
            Connect(index);
        Refill();
    }

    /// <summary>A connection that is being opened, and the streams on it that nobody has taken yet.</summary>
    private sealed class Opening
    {
        public required TimeSpan ReadyAt { get; init; }

        public required int Free { get; set; }
    }

    private void After(TimeSpan delay, Action happen) => _events.Enqueue(happen, (_now + delay, _order++));
}

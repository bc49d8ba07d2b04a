using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Fixtures.Telemetry;

namespace Benchmarks.Fetching;

/// <summary>
/// Records when each request of this process was sent, answered and read, for the one extra operation that is not timed.
/// It listens to HttpClient's own diagnostic events, so a strategy is recorded as it is, also with clients that it makes itself.
/// While nothing is recorded it costs one read of a static field for each request.
/// </summary>
public sealed class Timeline : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly HttpRequestOptionsKey<ClientRow> s_rowKey = new("timeline-row");
    private static volatile Timeline? s_recording;

    private readonly ConcurrentQueue<ClientRow> _rows = new();
    private readonly Lock _gate = new();
    private List<IDisposable>? _subscriptions = []; // null once it has ended
    private int _sent;

    private Timeline()
    {
    }

    /// <summary>Begins to record all requests of this process until disposed; one recording at a time.</summary>
    public static Timeline Record()
    {
        var timeline = new Timeline();
        timeline.Keep(DiagnosticListener.AllListeners.Subscribe(timeline));
        s_recording = timeline;
        return timeline;
    }

    /// <summary>The requests sent so far, in the order in which they were sent.</summary>
    public IReadOnlyList<ClientRow> Rows => [.. _rows.OrderBy(row => row.Key)]; // several threads may send, and enter their rows in another order

    /// <summary>To be called when a body has been read, on the thread that did it.</summary>
    internal static void Ended(HttpResponseMessage response)
    {
        if (s_recording is not null && response.RequestMessage?.Options.TryGetValue(s_rowKey, out ClientRow? row) == true)
            (row.Ended, row.Thread) = (Stopwatch.GetTimestamp(), Environment.CurrentManagedThreadId);
    }

    public void Dispose()
    {
        s_recording = null;
        List<IDisposable>? ended;
        lock (_gate)
            (ended, _subscriptions) = (_subscriptions, null);
        ended?.ForEach(subscription => subscription.Dispose());
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "HttpHandlerDiagnosticListener")
            Keep(listener.Subscribe(this, name => name.StartsWith("System.Net.Http.HttpRequestOut", StringComparison.Ordinal)));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> happened)
    {
        if (happened.Key.EndsWith(".Start", StringComparison.Ordinal) && Property<HttpRequestMessage>(happened.Value, "Request") is { } request)
        {
            var row = new ClientRow { Key = Interlocked.Increment(ref _sent), Sent = Stopwatch.GetTimestamp() };
            request.Options.Set(s_rowKey, row);
            request.Headers.TryAddWithoutValidation(ServerLog.RowHeader, row.Key.ToString(CultureInfo.InvariantCulture));
            _rows.Enqueue(row);
        }
        else if (happened.Key.EndsWith(".Stop", StringComparison.Ordinal)
            && Property<HttpResponseMessage>(happened.Value, "Response") is { RequestMessage: { } sent }
            && sent.Options.TryGetValue(s_rowKey, out ClientRow? row))
        {
            row.FirstByte = Stopwatch.GetTimestamp();
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    // A listener may appear on any thread, and also just when the recording ends.
    private void Keep(IDisposable subscription)
    {
        lock (_gate)
        {
            if (_subscriptions is not null)
            {
                _subscriptions.Add(subscription);
                return;
            }
        }

        subscription.Dispose();
    }

    // The events carry private types with public properties; reflection is their documented way in.
    private static T? Property<T>(object? payload, string name)
        where T : class => payload?.GetType().GetProperty(name)?.GetValue(payload) as T;
}

/// <summary>One request as the client saw it; time stamps in Stopwatch ticks, 0 where it never came so far.</summary>
public sealed class ClientRow
{
    /// <summary>Order of sending, from 1; the server's row of the same request carries it too.</summary>
    public int Key { get; init; }

    public long Sent { get; init; }

    /// <summary>When the reply's headers had arrived.</summary>
    public long FirstByte { get; set; }

    /// <summary>When the body had been read.</summary>
    public long Ended { get; set; }

    /// <summary>Managed id of the thread that read the body.</summary>
    public int Thread { get; set; }
}

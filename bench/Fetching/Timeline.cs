using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Fixtures.Telemetry;

namespace Benchmarks.Fetching;

/// <summary>
/// Records for each request of this process when it was sent, when its response arrived, and when the body was read. This is for one extra
/// operation that is not timed. It listens to HttpClient's diagnostic events, so a strategy needs no change, also if it creates clients.
/// While nothing is recorded, it costs one read of a static field for each request.
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

    /// <summary>Records all requests of this process until disposed. Only one recording at a time.</summary>
    public static Timeline Record()
    {
        var timeline = new Timeline();
        timeline.Keep(DiagnosticListener.AllListeners.Subscribe(timeline));
        s_recording = timeline;
        return timeline;
    }

    /// <summary>The requests sent so far, in the order in which they were sent.</summary>
    public IReadOnlyList<ClientRow> Rows => [.. _rows.OrderBy(row => row.Key)]; // several threads may send and add rows in another order

    /// <summary>Call this when a body has been read, on the thread that read it.</summary>
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
        if (happened.Key.EndsWith(".Start", StringComparison.Ordinal)
            && Property<HttpRequestMessage>(happened.Value, "Request") is { } request)
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

    // A listener can appear on any thread, also while the recording ends.
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

    // The events carry private types with public properties. Reflection is the documented way to read them.
    private static T? Property<T>(object? payload, string name)
        where T : class => payload?.GetType().GetProperty(name)?.GetValue(payload) as T;
}

/// <summary>One request as the client saw it. Time stamps in Stopwatch ticks, 0 for a step that was not reached.</summary>
public sealed class ClientRow
{
    /// <summary>Order of sending, from 1. The server's row of the same request has the same number.</summary>
    public int Key { get; init; }

    public long Sent { get; init; }

    /// <summary>When the response headers had arrived.</summary>
    public long FirstByte { get; set; }

    /// <summary>When the body had been read.</summary>
    public long Ended { get; set; }

    /// <summary>Managed id of the thread that read the body.</summary>
    public int Thread { get; set; }
}

using System.Diagnostics;
using Benchmarks.Fetching;
using Tests.Instrument.Checks;

namespace Tests.Fetching;

/// <summary>Which listeners a recording has. A recording contains the requests of the whole process.</summary>
[Collection(Alone.Name)]
public sealed class TimelineTests
{
    private const string Http = "HttpHandlerDiagnosticListener";
    private const string Sent = "System.Net.Http.HttpRequestOut.Start";

    [Fact]
    public void A_listener_that_appears_just_when_a_recording_ends_is_not_held()
    {
        var timeline = Timeline.Record();
        timeline.Dispose();
        using var late = new DiagnosticListener(Http);

        ((IObserver<DiagnosticListener>)timeline).OnNext(late);

        Assert.False(late.IsEnabled(Sent));
    }

    [Fact]
    public void Listeners_that_appear_on_many_threads_are_all_heard_and_all_let_go()
    {
        DiagnosticListener[] listeners = [.. Enumerable.Range(0, 500).Select(_ => new DiagnosticListener(Http))];
        using (var timeline = Timeline.Record())
        {
            Parallel.ForEach(listeners, ((IObserver<DiagnosticListener>)timeline).OnNext);
            Assert.All(listeners, listener => Assert.True(listener.IsEnabled(Sent)));
        }

        Assert.All(listeners, listener => Assert.False(listener.IsEnabled(Sent)));
        Assert.All(listeners, listener => listener.Dispose());
    }
}

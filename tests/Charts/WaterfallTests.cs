using Results.Charts;
using Results.Records;
using Tests.Pages;

namespace Tests.Charts;

public sealed class WaterfallTests
{
    [Fact]
    public void A_bar_is_as_long_as_its_request_and_lies_in_its_row()
    {
        WaterfallLane lane = Lane("WhenAll", requests: 3);
        // Replies after 5 ms, in hundredths of a millisecond; three threads, so a path each.
        Assert.Equal(["M0 0h500v1h-500z", "M1 1h500v1h-500z", "M2 2h500v1h-500z"], ThreadBars.Of(lane).Select(t => t.Waiting));
        Assert.Equal(["M500 0h50v1h-50z", "M501 1h50v1h-50z", "M502 2h50v1h-50z"], ThreadBars.Of(lane).Select(t => t.Body));
        Assert.Equal([0, 1, 2], ThreadBars.Of(lane).Select(t => t.Colour));
    }

    [Fact]
    public void One_thread_has_one_colour() =>
        Assert.Equal(40, Assert.Single(ThreadBars.Of(Lane("SequentialAwait", requests: 40))).Requests);

    [Fact]
    public void Set_up_is_drawn_where_a_request_waited_for_its_connection()
    {
        Assert.Equal("M0 0h200v1h-200zM800 1h200v1h-200z", ThreadBars.SetUps(Lane("SequentialSyncNewClient", requests: 2)));
        Assert.Equal("", ThreadBars.SetUps(Lane("SequentialSync", requests: 2)));
    }

    [Fact]
    public void A_request_without_an_end_is_drawn_to_the_end_of_the_picture_and_belongs_to_no_thread()
    {
        CaseRecord c = Samples.Case("Baidu", "SequentialSync", 2, 16, 16);
        CaseTimeline whole = SampleRun.Timeline(c, Regimes.Warm);
        WaterfallLane lane = Lane(
            c, whole with { Requests = [whole.Requests[0], whole.Requests[1] with { FirstByteMs = null, EndMs = null, Thread = null }] });
        ThreadBars unread = ThreadBars.Of(lane)[^1];
        Assert.Null(unread.Thread);
        Assert.Equal("", unread.Body);
        Assert.StartsWith("M800 1h", unread.Waiting, StringComparison.Ordinal);
    }

    [Fact]
    public void The_close_up_of_a_sequence_shows_its_first_steps_and_of_a_fan_out_all_of_it()
    {
        (WaterfallLane sequence, WaterfallLane fanOut) = (Lane("SequentialAwait", requests: 150), Lane("WhenAll", requests: 150));
        Assert.Equal(24, sequence.CloseUpRows);
        Assert.InRange(sequence.CloseUpMs, 23 * 8 + 5.5, 25 * 8);
        Assert.Equal(150, fanOut.CloseUpRows);
        Assert.Equal(fanOut.OwnSpanMs, fanOut.CloseUpMs);
    }

    [Theory]
    [InlineData(150, 1, 150)]
    [InlineData(400, 1, 400)]
    [InlineData(401, 2, 201)]
    [InlineData(10_000, 25, 400)]
    public void Many_requests_are_thinned_evenly(int requests, int every, int drawn)
    {
        WaterfallLane lane = Lane("WhenAll", requests);
        Assert.Equal((requests, every, drawn), (lane.Requests, lane.Every, lane.Drawn.Count));
        Assert.Equal(0, lane.Drawn[0].Index);
    }

    [Fact]
    public void The_common_clock_runs_until_the_slowest_has_ended_or_should_have()
    {
        var sample = SampleRun.Standard();
        SectionView section = SectionView.Of(sample.Run, sample.Timelines)[0];
        Waterfall waterfall = Waterfall.Of(section, Regimes.Warm)!;
        Assert.Equal(4, waterfall.Lanes.Count);
        Assert.Equal(waterfall.Lanes.Max(l => Math.Max(l.EndMs, l.IdealMs!.Value)) * 1.01, waterfall.SpanMs, 6);
        Assert.Equal([Regimes.Warm, Regimes.Cold], Waterfall.RegimesOf(section));
    }

    private static WaterfallLane Lane(string method, int requests)
    {
        CaseRecord c = Samples.Case("Baidu", method, requests, requests * 8, 5);
        return Lane(c, SampleRun.Timeline(c, Regimes.Warm));
    }

    private static WaterfallLane Lane(CaseRecord c, CaseTimeline timeline)
    {
        var seen = new ObservedOperation(Regimes.Warm, "t.json", new());
        RunRecord run = Samples.Run(c with { Telemetry = [seen] });
        SectionView section = SectionView.Of(run, RunTimelines.Of([new("t.json", timeline)]))[0];
        return WaterfallLane.Of("lane", section.Cases[0], Regimes.Warm)!;
    }
}

using Benchmarks.Demo;
using Tests.Terminal;

namespace Tests.Demo;

public sealed class DemoPictureTests
{
    private const int Requests = 30;
    private static readonly string[] s_names = ["a", "b", "c"];
    private static readonly TimeSpan s_axis = TimeSpan.FromSeconds(4);

    public static TheoryData<int> Widths => [60, 61, 80, 120, 200];

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_line_is_wider_than_the_console_and_every_request_has_its_mark(int width)
    {
        string[] lines = Draw(
            width, Lane("Sequential sync", 30, 0, 3.46), Lane("Sequential await", 11, 1, 1.33), Lane("Task.WhenAll fan-out", 0, 0, null));

        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.Equal((30, 0, 0), Marks(lines, "Sequential sync"));
        Assert.Equal((11, 1, 18), Marks(lines, "Sequential await"));
        Assert.Equal((0, 0, 30), Marks(lines, "Task.WhenAll fan-out"));
        Assert.EndsWith("3.46 s", LineOf(lines, "Sequential sync"), StringComparison.Ordinal);
        Assert.DoesNotContain(" s", LineOf(lines, "Task.WhenAll fan-out"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Bars_are_as_long_as_the_times_on_one_axis(int width)
    {
        string[] lines = Draw(width, Lane("a", 30, 0, 4), Lane("b", 15, 1, 2), Lane("c", 0, 30, 0.1));
        double[] bars = [.. s_names.Select(name => Length(lines[Array.IndexOf(lines, LineOf(lines, name)) + 1]))];

        Assert.Equal(width - 2, bars[0]);
        Assert.InRange(bars[1], (bars[0] / 2) - 0.5, (bars[0] / 2) + 0.5);
        Assert.InRange(bars[2], 0.5, bars[0] / 20);
    }

    [Fact]
    public void A_lane_that_takes_longer_than_the_axis_stretches_it_and_nothing_moves_between_frames()
    {
        string[] first = Draw(80, Lane("a", 0, 0, null), Lane("b", 0, 0, null));
        string[] last = Draw(80, Lane("a", 30, 0, 8), Lane("b", 30, 0, 4));

        Assert.Equal(first.Length, last.Length);
        Assert.Contains("3 s", first[^1], StringComparison.Ordinal);
        Assert.Contains("7 s", last[^1], StringComparison.Ordinal);
        Assert.Equal(78, Length(last[1]));
    }

    [Fact]
    public void Where_there_is_room_it_says_how_many_are_in_flight_and_afterwards_how_many_were()
    {
        string[] lines = Draw(80, Lane("a", 12, 7, 1), Lane("b", 30, 0, 2, peak: 30));

        Assert.Contains(" 7 in flight ", lines[0], StringComparison.Ordinal);
        Assert.Contains(" 30 at once ", LineOf(lines, "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_are_written_where_they_are_wanted_and_the_text_is_the_same_without_them()
    {
        LaneState lane = Lane("a", 12, 7, 1);
        string colored = Rendering.Text(DemoPicture.Draw([lane], s_axis, 80), 80, colors: true),
            plain = Rendering.Text(DemoPicture.Draw([lane], s_axis, 80), 80, colors: false);

        Assert.Matches(Rendering.Color, colored);
        Assert.DoesNotMatch(Rendering.Color, plain);
        Assert.Equal(Rendering.WithoutEscapes(plain), Rendering.WithoutEscapes(colored));
    }

    private static string[] Draw(int width, params LaneState[] lanes) => Rendering.Lines(DemoPicture.Draw(lanes, s_axis, width), width);

    private static LaneState Lane(string name, int answered, int inFlight, double? seconds, int peak = 1) => new(
        name,
        [.. Enumerable.Range(0, Requests)
            .Select(i => i < answered ? RequestState.Answered : i < answered + inFlight ? RequestState.InFlight : RequestState.NotSent)],
        seconds is { } s ? TimeSpan.FromSeconds(s) : null,
        Over: answered == Requests,
        peak);

    private static string LineOf(string[] lines, string name) =>
        Assert.Single(lines, line => line.StartsWith($" {name} ", StringComparison.Ordinal));

    private static (int Answered, int InFlight, int NotSent) Marks(string[] lines, string name)
    {
        string line = LineOf(lines, name);
        return (line.Count(c => c == '■'), line.Count(c => c == '□'), line.Count(c => c == '·'));
    }

    private static double Length(string bar) => bar.Count(c => c == '█') + (bar.Count(c => c == '▌') / 2.0);
}

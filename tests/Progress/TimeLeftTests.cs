using Benchmarks.Progress;

namespace Tests.Progress;

public sealed class TimeLeftTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private readonly ManualTime _time = new();

    [Fact]
    public void At_first_everything_is_left_and_it_runs_down_with_the_clock()
    {
        TimeLeft left = Of(before: 10, after: 5, 20, 40);
        Assert.Equal((75 * s_second, 0), (left.Left, left.Share));

        _time.Pass(4 * s_second);
        Assert.Equal(71 * s_second, left.Left);

        _time.Pass(6 * s_second);
        left.CaseBegins();
        _time.Pass(5 * s_second);
        Assert.Equal(60 * s_second, left.Left);
        Assert.Equal(15.0 / 75, left.Share, 9);
    }

    [Fact]
    public void A_case_that_takes_longer_makes_the_others_longer_the_estimate_weighing_as_one_of_them()
    {
        TimeLeft left = Of(before: 0, after: 5, 20, 20, 20);
        Case(left, 60);

        // (60 + 20) / (20 + 20) = 2: each of the two others is expected to take 40 s
        Assert.Equal((85 * s_second, 1), (left.Left, left.Ended));
    }

    [Fact]
    public void A_case_that_was_right_corrects_nothing_and_one_that_overruns_leaves_only_what_follows_it()
    {
        TimeLeft left = Of(before: 0, after: 5, 20, 20, 20);
        Case(left, 20);
        Assert.Equal(45 * s_second, left.Left);

        left.CaseBegins();
        _time.Pass(35 * s_second);
        Assert.Equal(25 * s_second, left.Left);
    }

    [Fact]
    public void After_the_last_case_only_the_end_is_left_and_after_that_nothing()
    {
        TimeLeft left = Of(before: 0, after: 5, 20);
        Case(left, 30);
        Assert.Equal(5 * s_second, left.Left);

        _time.Pass(9 * s_second);
        Assert.Equal((TimeSpan.Zero, 1), (left.Left, left.Share));
        left.CaseEnds();
        Assert.Equal(1, left.Ended);
    }

    private void Case(TimeLeft left, int seconds)
    {
        left.CaseBegins();
        _time.Pass(seconds * s_second);
        left.CaseEnds();
    }

    private TimeLeft Of(int before, int after, params int[] cases) =>
        new(before * s_second, [.. cases.Select(seconds => seconds * s_second)], after * s_second, _time);
}

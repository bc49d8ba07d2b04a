using Fixtures.Latency;

namespace Tests.Latency;

/// <summary>What is released at which wake, on timestamps made up by the tests.</summary>
public sealed class WakePlanTests
{
    private const long Start = 1_000_000_000;

    private static readonly TimeSpan s_window = TimeSpan.FromMicroseconds(250);
    private static readonly long s_lead = WakePlan.Ticks(WakePlan.Lead);
    private static readonly long s_quiet = WakePlan.Ticks(WakePlan.Quiet);

    private readonly WakePlan _plan = new(s_window);

    [Fact]
    public void A_lone_delay_is_handed_over_early_but_not_sooner_than_planned()
    {
        Add(Start);

        Assert.Empty(Take(Start - s_lead - 1, out long wake));
        Assert.Equal(Start - s_lead, wake);
        Assert.Equal([Start], Take(wake, out wake));
        Assert.Equal(long.MaxValue, wake);
    }

    [Fact]
    public void Delays_close_together_end_at_one_wake_when_the_last_is_due()
    {
        long window = WakePlan.Ticks(s_window);
        Add(Start, Start + 10, Start + window, Start + window + 10);
        Take(Start, out long wake);

        // the first was due already; the rest is no longer lone
        Assert.Equal(Start + window + 10, wake);
        Assert.Equal([Start + 10, Start + window, Start + window + 10], Take(wake, out _));
    }

    [Fact]
    public void In_a_crowd_due_at_once_only_the_first_is_handed_over_early()
    {
        Add([.. Enumerable.Repeat(Start, 100)]);

        Assert.Single(Take(Start - s_lead, out long wake));
        Assert.Equal(Start, wake);
        Assert.Equal(99, Take(wake, out _).Count);
    }

    [Fact]
    public void Spinning_is_bounded_and_no_wake_is_later_than_the_window_allows()
    {
        var random = new Random(3);
        long[] dues = [.. Enumerable.Range(0, 2000).Select(_ => Start + random.NextInt64(2000 * s_quiet / 2))];
        Add(dues);
        var released = new List<long>();

        for (long wake = Start - (10 * s_quiet); released.Count < dues.Length;)
        {
            long now = wake;
            IReadOnlyList<long> taken = Take(now, out wake);

            Assert.True(wake > now);
            foreach (long due in taken)
            {
                Assert.InRange(now - due, -s_lead, WakePlan.Ticks(s_window));
                if (due > now)
                    Assert.True(released.Count == 0 || due - released[^1] >= s_quiet);
                released.Add(due);
            }
        }

        Assert.Equal(dues.Order(), released);
    }

    [Fact]
    public void The_thread_is_woken_only_for_what_it_would_miss()
    {
        Assert.True(_plan.Add(Delay(Start), long.MaxValue));
        Assert.False(_plan.Add(Delay(Start + 1), plannedWake: Start));
        Assert.False(_plan.Add(Delay(Start - 1), plannedWake: Start));
        Assert.True(_plan.Add(Delay(Start - (2 * WakePlan.Ticks(s_window))), plannedWake: Start));
    }

    private static DelaySource Delay(long due) => new(null!) { Due = due };

    private void Add(params long[] dues)
    {
        foreach (long due in dues)
            _plan.Add(Delay(due), plannedWake: 0);
    }

    private List<long> Take(long now, out long wake)
    {
        var dues = new List<long>();
        for (DelaySource? delay = _plan.Take(now, out wake); delay is not null; delay = delay.Next)
            dues.Add(delay.Due);
        return dues;
    }
}

using Benchmarks.Progress;
using Tests.Terminal;

namespace Tests.Progress;

public sealed class LiveRunDisplayTests
{
    private static readonly RunStatus s_status = new(0.42, TimeSpan.FromSeconds(6), "1 min 12 s left");

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_console_and_a_long_name_keeps_its_end(int width)
    {
        const string Name =
            "ScenarioBenchmarks.FetchScenario(Scenario: \"a-rather-long-scenario-of-somebody\", Strategy: \"semaphore-slim-bounded\")";
        string[] lines = Rendering.Lines(LiveRunDisplay.Picture("[12/34] ", Name, s_status, width), width);

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.Contains("semaphore-slim-bounded", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("[12/34] ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(" 6 s", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("42 %, 1 min 12 s left", lines[2], StringComparison.Ordinal);
        int cells = lines[2].Count(c => c is '█' or '▌' or '░');
        Assert.InRange(lines[2].Count(c => c == '█'), (0.42 * cells) - 1, (0.42 * cells) + 1);
    }

    [Fact]
    public async Task Results_stay_above_what_runs_now_which_is_gone_at_the_end()
    {
        using var output = new StringWriter();
        var display = new LiveRunDisplay(Rendering.Console(output, 60, colors: false), period: null);
        display.Says("Profile smoke");
        await display.DuringAsync(() => s_status, () =>
        {
            display.Does("Building");
            display.Starts(new RunningCase(1, 2, "C.Fast"), show: true);
            display.Ends("1.50 ms", "3 s left", show: true);
            display.Starts(new RunningCase(1, 2, "C.OfAnEarlierRound"), show: false);
            display.Ends("1.60 ms", "2 s left", show: false);
            display.Starts(new RunningCase(2, 2, "C.Broken"), show: true);
            display.Ends("FAILED", "", show: true);
            return Task.CompletedTask;
        });

        string[] screen = Screen.After(output.ToString(), 60);
        Assert.Equal(
            ["Profile smoke", "[1/2] C.Fast".PadRight(52) + "1.50 ms", "[2/2] C.Broken".PadRight(53) + "FAILED"],
            screen.Where(line => line.Length > 0));
        Assert.EndsWith("\u001b[?25h", output.ToString().TrimEnd('\n'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_goes_on_between_two_events()
    {
        using var output = new StringWriter();
        var display =
            new LiveRunDisplay(Rendering.Console(TextWriter.Synchronized(output), 60, colors: false), TimeSpan.FromMilliseconds(5));
        using var drawn = new CountdownEvent(5);
        await display.DuringAsync(
            () =>
            {
                if (!drawn.IsSet)
                    drawn.Signal();
                return s_status;
            },
            () =>
            {
                Assert.True(drawn.Wait(TimeSpan.FromSeconds(30)));
                return Task.CompletedTask;
            });
    }
}

using System.Text.RegularExpressions;
using BenchGate.Errors;
using Tests.Terminal;

namespace Tests.Demo;

/// <summary>The demonstration as a person sees it. It takes nine seconds.</summary>
public sealed partial class DemoTests
{
    private const int Columns = 60;
    private static readonly string[] s_loops = ["Sequential sync", "Sequential await"];

    [Fact]
    public async Task Bars_grow_lane_after_lane_and_the_totals_end_it()
    {
        (int exit, string written) = await Pty.RunAsync(Columns, "NO_COLOR=1", "demo");

        Assert.Equal(ExitCodes.Ok, exit);
        Assert.DoesNotMatch(Rendering.Color, written);
        string[] lines = Rendering.Drawn(written);
        Assert.All(lines, line => Assert.True(line.Length <= Columns, line));

        // A loop is drawn at many lengths, one request after the other; a fan-out ends in an eighth of a second.
        foreach (string name in s_loops)
        {
            int[] answered = [.. Frames(lines, name).Select(line => line.Count(c => c == '■'))];
            Assert.Equal(answered.Order(), answered);
            Assert.InRange(answered.Distinct().Count(), 8, 31);
            Assert.All(Frames(lines, name), line => Assert.InRange(line.Count(c => c == '□'), 0, 1));
        }

        string[] final = Screen.After(written, Columns);
        double[] totals = [.. ((string[])[.. s_loops, "Task.WhenAll fan-out"]).Select(name => Total(final, name))];
        Assert.All(totals[..2], seconds => Assert.InRange(seconds, 3.4, 60)); // 30 delays of 114.6 ms, and the overhead of a busy machine
        Assert.InRange(totals[2], 0.11, totals[0] / 2);
        Assert.Contains(final, line => line.EndsWith("01-waiting-is-not-working.md", StringComparison.Ordinal));
        Assert.Contains(final, line => line.Contains("run-bench", StringComparison.Ordinal));
        Assert.EndsWith("\u001b[?25h", LastCursor(written), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Frames(string[] lines, string name) =>
        lines.Where(line => line.StartsWith($" {name} ", StringComparison.Ordinal) && !line.Contains("speedup", StringComparison.Ordinal));

    private static double Total(string[] screen, string name)
    {
        string line = Assert.Single(
            screen, line => line.StartsWith($" {name} ", StringComparison.Ordinal) && line.Contains("speedup", StringComparison.Ordinal));
        return double.Parse(Seconds().Match(line).Groups["s"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    // The cursor is hidden while frames are drawn, and visible at the end.
    private static string LastCursor(string written) => Cursor().Matches(written)[^1].Value;

    [GeneratedRegex(@" (?<s>\d+\.\d\d) s ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\u001b\[\?25[hl]", RegexOptions.None, 1000)]
    private static partial Regex Cursor();
}

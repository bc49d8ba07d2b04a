using Results.Formatting;
using Results.Pages.Report;
using Results.Records;
using Results.Summaries;
using Tests.Pages;
using Tests.Terminal;

namespace Tests.Formatting;

public sealed class TimeBarsTests
{
    private const int Cells = 40;

    [Fact]
    public void Linear_bars_are_as_long_as_the_times()
    {
        TimeBars bars = Of(400, 100, 10.0);

        Assert.Equal("linear scale", bars.Scale);
        Assert.Equal([40, 10, 1], Lengths(bars, 3));
    }

    [Fact]
    public void Where_one_is_more_than_forty_times_another_lengths_are_logarithms_from_the_power_of_ten_below_and_it_says_so()
    {
        TimeBars bars = Of(1e9, 1e7, 2e6);

        Assert.Equal((true, "log scale, from 1 ms"), (bars.IsLog, bars.Scale));
        Assert.Equal([40, 13, 4], Lengths(bars, 3)); // log 1000 : log 10 : log 2
        Assert.False(Of(40, 1).IsLog);
        Assert.True(Of(40.1, 1).IsLog);
    }

    [Theory]
    [InlineData(100, 25.0, 10, 30)]
    [InlineData(100, 100.0, 40, 0)]
    [InlineData(100, 130.0, 40, 0)]
    [InlineData(100, null, 40, 0)]
    public void What_is_above_the_ideal_is_light(double median, double? ideal, int solid, int light) =>
        Assert.Equal(new string('█', solid) + new string('▒', light), new TimeBars([(median, ideal)]).Of(0, Cells));

    [Fact]
    public void A_log_scale_begins_below_the_shortest_ideal_too()
    {
        TimeBars bars = new([(1e9, 9e8), (1.4e7, 5.5e6)]);
        Assert.Equal("log scale, from 1 ms", bars.Scale);
        Assert.Equal(new string('█', 10) + new string('▒', 5), bars.Of(1, Cells)); // log 5.5 : log 14 : log 1000
    }

    [Fact]
    public void An_unknown_time_has_no_bar_and_a_table_of_them_a_scale_nevertheless()
    {
        TimeBars bars = new([(null, 5), (double.NaN, null)]);
        Assert.Equal(("", "", "linear scale"), (bars.Of(0, Cells), bars.Of(1, Cells), bars.Scale));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void A_console_has_bars_at_every_width_and_no_line_overflows(int width)
    {
        using var output = new StringWriter();
        ConsoleReport.Write(Samples.Standard(), ["results/latest/report.md"], output, terminal: false, width);

        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.DoesNotContain('\u001b', output.ToString());
        foreach (CaseRecord one in Samples.Standard().Cases)
            Assert.Contains(
                lines,
                line => line.StartsWith(one.Strategy + " ", StringComparison.Ordinal) && line.Contains('█', StringComparison.Ordinal));
    }

    [Fact]
    public void Under_NO_COLOR_a_terminal_gets_bold_and_bars_but_no_colour()
    {
        Table table = Section.Of(Samples.Standard())[0].Table;
        (string plain, string colored) = (Draw(table, colors: false), Draw(table, colors: true));

        Assert.DoesNotMatch(Rendering.Color, plain);
        Assert.Matches(Rendering.Color, colored);
        Assert.Equal(Rendering.WithoutEscapes(plain), Rendering.WithoutEscapes(colored));
    }

    private static string Draw(Table table, bool colors)
    {
        using var output = new StringWriter();
        ConsoleTable.Write(Rendering.Console(output, 80, colors), table);
        return output.ToString();
    }

    private static TimeBars Of(params double[] mediansNs) => new([.. mediansNs.Select(median => ((double?)median, (double?)null))]);

    private static int[] Lengths(TimeBars bars, int rows) => [.. Enumerable.Range(0, rows).Select(row => bars.Of(row, Cells).Length)];
}

using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Results.Formatting;
using Results.Pages.Report;
using Results.Records;

namespace Tests.Pages.Report;

public partial class RenderingTests
{
    private const string Header =
        "case,scenario,strategy,regime,profile,scale,requests,iterations,mean_ns,median_ns,ci_lower_ns,ci_upper_ns,"
        + "ratio,speedup,ideal_ns,efficiency,allocated_bytes_per_request,article_seconds,warnings";

    // What GitHub adds to CommonMark.
    private static readonly MarkdownPipeline s_github = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseFootnotes().UseTaskLists().Build();

    [Fact]
    public void The_csv_begins_with_exactly_the_promised_columns() =>
        Assert.StartsWith(Header + ",launches,", CsvReport.Render(Samples.Standard()), StringComparison.Ordinal);

    [Fact]
    public void The_csv_ends_lines_with_crlf_and_rows_are_cases()
    {
        string csv = CsvReport.Render(Samples.Standard());
        Assert.Equal(9, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\n', csv.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("@x", "'@x")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("a \"b\", c\nd", "\"a \"\"b\"\", c\nd\"")]
    public void Free_text_in_the_csv_is_no_formula_and_no_other_row(string warning, string expected)
    {
        CaseRecord launch = Samples.Micro("A", 100) with { Warnings = [warning] };
        string csv = CsvReport.Render(Samples.Run(launch, launch with { Launch = 2, IterationsNs = [101] }));
        Assert.Contains("," + expected + ",2,100,101,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_number_in_the_csv_stays_a_number() =>
        Assert.Contains(
            ",-0.1,", CsvReport.Render(Samples.Run(Samples.Micro("A", 9, 9) with { PredictedNs = 10 })), StringComparison.Ordinal);

    [Theory]
    [InlineData("</h2><script>alert(1)</script>")]
    [InlineData("a | b \\| c \\")]
    [InlineData("`code` **bold** _it_ [x](http://evil.example) ![i](i.png) <http://a.example>")]
    [InlineData("&lt;b&gt; &amp; $x$ ~~s~~ # h www.evil.example https://evil.example")]
    [InlineData("[^1]: note - [ ] task ~one~ a@b.example")]
    public void A_hostile_text_shows_as_itself(string text)
    {
        RunRecord run = Samples.Run(Samples.Case("Baidu", "WhenAll", 2, 2, 1) with { Warnings = [text] }) with
        {
            Scenarios = [Samples.Baidu with { Title = text }],
        };
        string html = Markdown.ToHtml(MarkdownReport.Render(run), s_github);
        Assert.Contains("baidu: " + text, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        IOrderedEnumerable<string> tags = Tag().Matches(html).Select(m => m.Groups["name"].Value).Distinct().Order();
        Assert.Equal(["h1", "h2", "li", "ol", "p", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"], tags);
        Assert.Equal(2, html.Split("<tr>").Length - 1);
    }

    [Fact]
    public void Line_ends_and_terminal_commands_become_spaces() =>
        Assert.Equal("a b c d e", PlainText.OneLine("a\r\nb\u001bc\u2028d\u202Ee"));

    [Theory]
    [InlineData("- x")]
    [InlineData("---")]
    [InlineData("+ x")]
    [InlineData("12. x")]
    [InlineData("3)")]
    [InlineData("- [ ] x")]
    public void A_footnote_begins_no_list_of_its_own(string text)
    {
        string html = Markdown.ToHtml($"1. {MarkdownText.Escape(text)}", s_github);
        Assert.Equal($"<ol>\n<li>{text}</li>\n</ol>\n", html);
    }

    [Fact]
    public void Any_mixture_of_marks_shows_as_itself_in_a_paragraph_and_in_a_cell()
    {
        const string Marks = "\\`*_{}[]<>()#+-.!|~&$:;=^@\"'/ 1ax";
        var draw = new Random(20251103);
        for (int i = 0; i < 3000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, 1 + draw.Next(12)).Select(_ => Marks[draw.Next(Marks.Length)])).Trim();
            if (text.Length == 0)
                continue;
            string escaped = MarkdownText.Escape(text);
            Assert.Equal($"<p>{text}</p>\n", WebUtility.HtmlDecode(Markdown.ToHtml(escaped, s_github)));
            Assert.Contains(
                $"<td>{text}</td>",
                WebUtility.HtmlDecode(Markdown.ToHtml($"| a |\n| --- |\n| {escaped} |\n", s_github)),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wide_console_shows_every_column_and_a_narrow_one_whole_words()
    {
        string wide = Console(Samples.Standard(), 200);
        Assert.Contains("warm pool", wide, StringComparison.Ordinal);
        Assert.Contains("16.6", wide, StringComparison.Ordinal);
        string narrow = Console(Samples.Standard(), 10);
        Assert.Contains("sequential-sync-new-client ", narrow, StringComparison.Ordinal);
        Assert.DoesNotContain("warm pool", narrow, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0068999, "0.00690")]
    [InlineData(0.99951, "1.00")]
    [InlineData(9.996, "10.0")]
    [InlineData(145.4, "145")]
    [InlineData(16600.0, "16600")]
    [InlineData(0.0, "0")]
    [InlineData(null, null)]
    public void Three_digits_are_significant(double? value, string? expected) => Assert.Equal(expected, Figures.Significant(value));

    [Theory]
    [InlineData(0.99996, "1.000")]
    [InlineData(1.0, "1.000")]
    [InlineData(1.0001, "> 1.000")]
    [InlineData(1.0006, "1.001")]
    public void An_efficiency_above_1_is_never_rounded_away(double value, string expected) =>
        Assert.Equal(expected, Figures.Efficiency(value));

    [Theory]
    [InlineData(1, 1, "delays × 1, the articles' own scale")]
    [InlineData(0.1, 1, "delays × 0.1; multiply by 10 to compare with the articles")]
    [InlineData(0.01, 1, "delays × 0.01; multiply by 100 to compare with the articles")]
    [InlineData(2, 1, "delays × 2; divide by 2 to compare with the articles")]
    [InlineData(0.02, 10, "delays × 0.02 and requests ÷ 10; this only tests that everything works, do not compare it with the articles")]
    public void The_scale_is_told_in_words(double scale, int divisor, string expected) =>
        Assert.Equal(expected, RunHeader.Scale(Samples.Run() with { Scale = scale, RequestDivisor = divisor }));

    [Theory]
    [InlineData("A.B.C.M", "C", "M", "")]
    [InlineData("A.C<System.Int32>.M(x: \"a.b(c)\")", "C<System.Int32>", "M", "(x: \"a.b(c)\")")]
    [InlineData("M", "", "M", "")]
    public void A_full_name_has_three_parts(string full, string type, string method, string arguments)
    {
        var name = CaseName.Parse(full);
        Assert.Equal((type, method, arguments), (name.Class, name.Method, name.Arguments));
    }

    private static string Console(RunRecord run, int width)
    {
        using var output = new StringWriter();
        ConsoleReport.Write(run, [], output, terminal: false, width);
        return output.ToString();
    }

    [GeneratedRegex("<(?<name>[a-z0-9]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}

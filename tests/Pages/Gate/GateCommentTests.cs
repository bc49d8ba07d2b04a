using Markdig;
using Results.Gate;
using Results.Pages.Gate;
using Tests.Gate;

namespace Tests.Pages.Gate;

/// <summary>The comment for a pull request. GitHub refuses more than 65,536 characters.</summary>
public class GateCommentTests
{
    private const int Longest = 60_000;

    private static readonly GateDecision s_one = PairedGate.Decide(GateSamples.Run(GateSamples.Case(GateSamples.Fast, 11.2e6)), new());

    [Fact]
    public void A_huge_decision_is_cut_and_as_stored()
    {
        using var culture = new CommaDecimalCulture();
        string comment = GateComment.Render(Many(1000, i => (i % 4) switch
        {
            0 => Verdict.Slower,
            1 => Verdict.Inconclusive,
            _ => Verdict.Same,
        }));
        Assert.InRange(comment.Length, Longest - 2000, Longest);
        GoldenFile.Check("gate/huge", "gate-comment.md", comment);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    [InlineData(5000)]
    public void Every_case_is_shown_or_counted(int cases)
    {
        string comment = GateComment.Render(Many(cases, _ => Verdict.Same));
        int shown = comment.Split('\n').Count(line => line.Contains("| Same |", StringComparison.Ordinal));
        int left = comment.Split('\n').Where(line => line.EndsWith(" did not fit here; gate.md shows all.", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.Split(' ')[0].Replace(",", "", StringComparison.Ordinal), null));
        Assert.Equal(cases, shown + left);
        Assert.Equal(cases > 400, left > 0);
        Assert.InRange(comment.Length, 1, Longest);
    }

    [Fact]
    public void Long_texts_do_not_hide_the_other_cases()
    {
        string text = new('<', 100_000);
        GateDecision decision = Many(9, _ => Verdict.Slower);
        CaseVerdict wordy = decision.Cases[0] with
        {
            Case = text,
            Reason = text,
            Findings = [new("digest", text, text, true, text)],
        };
        string comment = GateComment.Render(decision with
        {
            Cases = [wordy, .. decision.Cases.Skip(1)],
            Notes = [.. Enumerable.Repeat(text, 50)],
        });
        Assert.InRange(comment.Length, 1, Longest);
        Assert.Contains("Many.Case8", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("did not fit", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_calls_nobody_and_links_no_issue()
    {
        CaseVerdict named = s_one.Cases[0] with { Case = "Mail.To(x: \"@octocat #12\")" };
        GateDecision decision = s_one with { Cases = [named], Notes = ["@octocat"] };
        string comment = GateComment.Render(decision);
        Assert.Equal(2, comment.Split("@&#8203;octocat").Length - 1);
        Assert.Contains("#&#8203;12", comment, StringComparison.Ordinal);
        Assert.DoesNotMatch("@[a-z]|#[0-9]", comment.Replace("&#8203;", "\u200B", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_cases_that_need_no_attention_are_folded()
    {
        Verdict[] verdicts = Enum.GetValues<Verdict>();
        string comment = GateComment.Render(Many(verdicts.Length, i => verdicts[i]));
        Assert.StartsWith("<!-- bench-gate -->\n**", comment, StringComparison.Ordinal);
        string[] parts = comment.Split("<details><summary>");
        Assert.Equal(2, parts.Length);
        Assert.StartsWith("2 cases without a finding, 1 with one that does not fail</summary>\n\n|", parts[1], StringComparison.Ordinal);
        Verdict[] open = [Verdict.Slower, Verdict.Missing, Verdict.NotComparable, Verdict.Inconclusive];
        Assert.Equal(open, verdicts.Where(verdict => parts[0].Contains($"| {verdict} |", StringComparison.Ordinal)));
        Assert.Equal(verdicts.Except(open), verdicts.Where(verdict => parts[1].Contains($"| {verdict} |", StringComparison.Ordinal)));
        // In GitHub's Markdown, a table inside of HTML needs an empty line before it.
        string html = Markdown.ToHtml(comment, new MarkdownPipelineBuilder().UsePipeTables().Build());
        Assert.Equal(3, html.Split("<table>").Length - 1);
    }

    private static GateDecision Many(int cases, Func<int, Verdict> verdictOf) => s_one with
    {
        ExitCode = GateExitCodes.Regression,
        Headline = "Regression: made up.",
        Cases =
        [
            .. Enumerable.Range(0, cases).Select(i => s_one.Cases[0] with
            {
                Case = $"Many.Case{i}",
                Verdict = verdictOf(i),
                Reason = $"reason {i % 100}",
            }),
        ],
    };
}

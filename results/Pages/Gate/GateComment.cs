using System.Text;
using Results.Formatting;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>gate-comment.md: a comment for a pull request. What needs attention is open, the rest is folded.</summary>
internal static class GateComment
{
    // A script finds its own comment by this line. Nobody sees it.
    private const string Marker = "<!-- bench-gate -->\n";

    // GitHub refuses a comment of more than 65,536 characters.
    private const int Longest = 60_000;

    // One long name or note must not take the place of all others.
    private const int LongestText = 300, MostNotes = 10;

    private const int Failing = 0, Unclear = 1, Rest = 2;

    public static string Render(GateDecision decision)
    {
        CaseVerdict[] cases = [.. VerdictTable.InOrder(decision).OrderBy(GroupOf).Select(Shorten)];
        string all = Draw(decision, cases, cases.Length);
        return all.Length <= Longest ? all : Draw(decision, cases, MostThatFit(decision, cases));
    }

    private static int MostThatFit(GateDecision decision, CaseVerdict[] cases)
    {
        (int fit, int tooMany) = (0, cases.Length);
        while (tooMany - fit > 1)
        {
            int middle = (fit + tooMany) / 2;
            (fit, tooMany) = Draw(decision, cases, middle).Length <= Longest ? (middle, tooMany) : (fit, middle);
        }

        return fit;
    }

    private static string Draw(GateDecision decision, CaseVerdict[] cases, int shown)
    {
        var page = new StringBuilder();
        page.Append("**").Append(MarkdownText.Escape(decision.Headline)).Append("** Exit code ").Append(Figures.Whole(decision.ExitCode))
            .Append(".\n");
        foreach (IGrouping<int, CaseVerdict> rows in cases.Take(shown).GroupBy(GroupOf))
            page.Append('\n').Append(Section(decision, rows.Key, [.. rows], [.. cases.Where(one => GroupOf(one) == rows.Key)]));
        if (shown < cases.Length)
            page.Append('\n').Append(Cases(cases.Length - shown)).Append(" did not fit here; gate.md shows all.\n");
        if (decision.Notes.Count > 0)
            page.Append('\n').Append(Listed(decision.Notes.Take(MostNotes)));
        page.Append("\nHow it was measured: ").Append(MarkdownText.Escape(string.Join("; ", GateMarkdown.Header(decision)))).Append('\n');
        return Marker + WithoutReferences(page.ToString());
    }

    private static string Section(GateDecision decision, int group, CaseVerdict[] rows, CaseVerdict[] all)
    {
        string content = MarkdownTable.Render(VerdictTable.Of(decision, rows));
        string[] findings = [.. FindingLines.Of(rows)];
        if (findings.Length > 0)
            content += "\n" + Listed(findings);
        return group switch
        {
            Failing => $"**{Cases(all.Length)} {(all.Length == 1 ? "fails" : "fail")}**\n\n{content}",
            Unclear => $"**{Cases(all.Length)} {(all.Length == 1 ? "is" : "are")} not clear**\n\n{content}",
            _ => $"<details><summary>{Summary(all)}</summary>\n\n{content}\n</details>\n",
        };
    }

    private static string Summary(CaseVerdict[] rest)
    {
        int other = rest.Count(one => one.Verdict == Verdict.Faster || one.Findings.Count > 0);
        string plain = $"{Cases(rest.Length - other)} without a finding";
        return other > 0 ? $"{plain}, {Figures.Whole(other)} with one that does not fail" : plain;
    }

    private static int GroupOf(CaseVerdict one) => one.Fails ? Failing
        : one.Verdict is Verdict.Inconclusive or Verdict.NotComparable ? Unclear
        : Rest;

    private static CaseVerdict Shorten(CaseVerdict one) => one with
    {
        Case = PlainLabel.Cut(one.Case, LongestText),
        Reason = PlainLabel.Cut(one.Reason, LongestText),
        Findings = [.. one.Findings.Select(finding => finding with { Text = PlainLabel.Cut(finding.Text, LongestText) })],
    };

    private static string Listed(IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => $"- {MarkdownText.Escape(PlainLabel.Cut(line, 2 * LongestText))}\n"));

    private static string Cases(int count) => $"{Figures.Whole(count)} {(count == 1 ? "case" : "cases")}";

    // In a comment, GitHub tells the person behind @name, and #1 links an issue. A character without width prevents both.
    private static string WithoutReferences(string page) => page
        .Replace("@", "@&#8203;", StringComparison.Ordinal)
        .Replace("\\#", "\\#&#8203;", StringComparison.Ordinal);
}

using System.Text;
using Results.Formatting;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>gate.md: the page for a reviewer. The cases that need attention come first.</summary>
public static class GateMarkdown
{
    /// <summary>The page without its picture.</summary>
    public static string Render(GateDecision decision) => Render(decision, null);

    /// <param name="picture">The name of the picture in the folder of the page; null shows none.</param>
    public static string Render(GateDecision decision, string? picture)
    {
        var page = new StringBuilder("# Benchmark gate\n\n");
        page.Append("**").Append(MarkdownText.Escape(decision.Headline)).Append("** Exit code ").Append(Figures.Whole(decision.ExitCode))
            .Append(".\n\n");
        foreach (string line in Header(decision))
            page.Append("- ").Append(MarkdownText.Escape(line)).Append('\n');
        Section(page, "Notes", decision.Notes);
        if (picture is not null)
            page.Append("\n![").Append(MarkdownText.Escape(GatePicture.TextOf(decision))).Append("](").Append(picture).Append(")\n");
        if (decision.Cases.Count > 0)
            page.Append("\n## Cases\n\n").Append(MarkdownTable.Render(VerdictTable.Of(decision)));
        Section(page, "What does not depend on time", [.. FindingLines.Of(decision.Cases)]);
        if (decision.IsIdentical)
            return page.ToString(); // no rule was applied
        page.Append("\n## How to read this\n\n");
        foreach ((string word, string meaning) in GateWords.Of(decision))
            page.Append("- **").Append(MarkdownText.Escape(word)).Append("**: ").Append(MarkdownText.Escape(meaning)).Append('\n');
        return page.ToString();
    }

    /// <summary>What was compared, and how, in four lines.</summary>
    internal static IEnumerable<string> Header(GateDecision decision)
    {
        yield return $"base: {decision.Base}";
        yield return $"head: {decision.Head}";
        // A run of another project has no server and no profile.
        yield return $"host: {decision.Host.Machine}{Known("server", decision.Host.Server)}{Known("profile", decision.Profile)}";
        yield return $"method: {decision.Method}";
    }

    private static string Known(string name, string value) => value.Length > 0 ? $"; {name} {value}" : "";

    private static void Section(StringBuilder page, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        page.Append("\n## ").Append(heading).Append("\n\n");
        foreach (string line in lines)
            page.Append("1. ").Append(MarkdownText.Escape(line)).Append('\n');
    }
}

using Results.Gate;
using Results.Records;

namespace Results.Pages.Gate;

/// <summary>Writes the pages of a gate.</summary>
public static class GateWriter
{
    /// <summary>
    /// Removes an earlier gate's pages: its verdict must not be in one folder with the launches of a new or interrupted gate.
    /// </summary>
    /// <exception cref="RecordException">One cannot be removed.</exception>
    public static void Clear(string folder)
    {
        AtomicFile.DiscardRemains(folder);
        foreach (string page in new GateLayout(folder).Pages)
            AtomicFile.Remove(page);
    }

    /// <summary>Writes every page, each completely or not at all.</summary>
    /// <returns>The paths of what was written, the page for people first.</returns>
    /// <exception cref="NotWrittenException">One cannot be written; the old one stays.</exception>
    public static IReadOnlyList<string> Write(GateDecision decision, string folder)
    {
        var layout = new GateLayout(folder);
        string? picture = GatePicture.Render(decision);
        if (picture is null)
            AtomicFile.Remove(layout.Picture); // one of an earlier gate would belong to no page
        else
            AtomicFile.Write(layout.Picture, picture);
        (string Path, string Text)[] pages =
        [
            (layout.Markdown, GateMarkdown.Render(decision, picture is null ? null : Path.GetFileName(layout.Picture))),
            (layout.Json, GateDecisionFile.ToJson(decision)),
            (layout.Comment, GateComment.Render(decision)),
            (layout.JUnit, JUnitXml.Render(decision)),
            (layout.GitHubActionBenchmark, GitHubActionBenchmark.Render(decision)),
            (layout.Bencher, BencherMetrics.Render(decision)),
        ];
        foreach ((string path, string text) in pages)
            AtomicFile.Write(path, text);
        return [.. pages.Select(page => page.Path)];
    }
}

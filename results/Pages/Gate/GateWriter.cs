using Results.Gate;
using Results.Records;

namespace Results.Pages.Gate;

/// <summary>Writes what CI gets.</summary>
public static class GateWriter
{
    /// <summary>
    /// Removes an earlier gate's pages: its verdict must not stand beside the launches of one that is being measured, or was interrupted.
    /// </summary>
    /// <exception cref="RecordException">One cannot be removed.</exception>
    public static void Clear(string folder)
    {
        AtomicFile.DiscardRemains(folder);
        foreach (string page in new GateLayout(folder).Pages)
            AtomicFile.Remove(page);
    }

    /// <summary>Writes every page, each whole or not at all.</summary>
    /// <returns>The paths of what was written, the page for people first.</returns>
    /// <exception cref="NotWrittenException">One cannot be written; the old one stays.</exception>
    public static IReadOnlyList<string> Write(GateDecision decision, string folder)
    {
        var layout = new GateLayout(folder);
        string? picture = GatePicture.Render(decision);
        if (picture is null)
            AtomicFile.Remove(layout.Picture); // an earlier gate's would belong to no page
        else
            AtomicFile.Write(layout.Picture, picture);
        (string Path, string Text)[] pages =
        [
            (layout.Markdown, GateMarkdown.Render(decision, picture is null ? null : Path.GetFileName(layout.Picture))),
            (layout.Json, GateDecisionFile.ToJson(decision)),
            (layout.JUnit, JUnitXml.Render(decision)),
            (layout.GitHubActionBenchmark, GitHubActionBenchmark.Render(decision)),
            (layout.Bencher, BencherMetrics.Render(decision)),
        ];
        foreach ((string path, string text) in pages)
            AtomicFile.Write(path, text);
        return [.. pages.Select(page => page.Path)];
    }
}

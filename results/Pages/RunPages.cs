using Results.History;
using Results.Records;

namespace Results.Pages;

/// <summary>
/// Draws the pages of a run from its folder alone: run.json, telemetry/, and of <see cref="CompanionFiles"/> what lies there. So they
/// are the same however often, and wherever, they are drawn again. Nothing is brought along while drawing: the verb that makes such a
/// file puts it beside the run that it belongs to.
/// </summary>
public static class RunPages
{
    /// <param name="renamed">Old ids to new ones (see <see cref="RetiredIds"/>).</param>
    /// <returns>The paths of the pages.</returns>
    /// <exception cref="RecordException">A file of the folder is broken, and nothing was written.</exception>
    /// <exception cref="NotWrittenException">A page cannot be written.</exception>
    public static IReadOnlyList<string> Write(RunRecord run, string folder, IReadOnlyDictionary<string, string> renamed) =>
        ReportWriter.Write(run, folder, CompanionFiles.Load(run, folder, renamed));
}

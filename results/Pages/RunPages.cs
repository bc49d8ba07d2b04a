using Results.History;
using Results.Records;

namespace Results.Pages;

/// <summary>
/// Draws the pages of a run from its folder alone: run.json, telemetry/, and the <see cref="CompanionFiles"/> that exist. So every drawing
/// gives the same pages, on any machine. Each verb that makes such a file writes it into the folder of its run.
/// </summary>
public static class RunPages
{
    /// <param name="renamed">Old ids to new ones (see <see cref="RetiredIds"/>).</param>
    /// <param name="csvSeparator">Between the cells of report.csv.</param>
    /// <returns>The paths of the pages.</returns>
    /// <exception cref="RecordException">A file of the folder is broken, and nothing was written.</exception>
    /// <exception cref="NotWrittenException">A page cannot be written.</exception>
    public static IReadOnlyList<string> Write(
        RunRecord run, string folder, IReadOnlyDictionary<string, string> renamed, char csvSeparator = ',') =>
        ReportWriter.Write(run, folder, CompanionFiles.Load(run, folder, renamed), csvSeparator);
}

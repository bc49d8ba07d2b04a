using System.Globalization;
using CsvHelper;
using Results.Records;
using Results.Summaries;

namespace Results.Pages.Report;

/// <summary>
/// report.csv: RFC 4180 (CRLF, quotes where needed), invariant culture, one row for each case that was measured.
/// Columns are only ever added at the end; an unknown value is an empty cell.
/// </summary>
public static class CsvReport
{
    /// <summary>The whole file as text.</summary>
    /// <param name="separator">An ASCII character between the cells; a spreadsheet may expect a semicolon. Numbers keep their decimal
    /// point.</param>
    public static string Render(RunRecord run, char separator = ',')
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(
            text,
            new CsvWriterOptions { NewLine = "\r\n", FormatProvider = CultureInfo.InvariantCulture, Separator = separator },
            leaveOpen: true))
        {
            csv.WriteRecord([.. CsvColumns.All.Select(c => c.Name)]);
            foreach (CaseSummary row in Summary.Of(run))
                csv.WriteRecord([.. CsvColumns.All.Select(c => c.Cell(row, run) ?? "")]);
        }

        return text.ToString();
    }
}

using System.Globalization;
using CsvHelper;
using Results.Charts;
using Results.Formatting;
using Results.Pages.Report;
using Results.Records;

namespace Results.Pages.Html;

/// <summary>The requests that the page draws, as a table for other programs: RFC 4180, invariant culture, unknown is empty.</summary>
internal static class RequestsCsv
{
    private static readonly string[] s_columns =
        [
            "scenario",
            "strategy",
            "regime",
            "request",
            "sent_ms",
            "first_byte_ms",
            "end_ms",
            "thread",
            "arrival_ms",
            "departure_ms",
            "connection",
        ];

    public static string Render(RunView view)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(
            text, new CsvWriterOptions { NewLine = "\r\n", FormatProvider = CultureInfo.InvariantCulture }, leaveOpen: true))
        {
            csv.WriteRecord(s_columns);
            foreach (WaterfallLane lane in view.Fetching.SelectMany(s => Waterfall.RegimesOf(s).SelectMany(r => Waterfall.Of(s, r)!.Lanes)))
            {
                foreach (RequestSpan r in lane.Drawn)
                {
                    csv.WriteRecord(
                    [
                        CsvColumns.Text(lane.Case.Summary.Scenario), CsvColumns.Text(lane.Case.Label), CsvColumns.Text(lane.Regime),
                        Figures.Whole(r.Index),
                        Ms(r.SentMs), Ms(r.FirstByteMs), Ms(r.EndMs), r.Thread is { } thread ? Figures.Whole(thread) : "",
                        Ms(r.ArrivalMs), Ms(r.DepartureMs), CsvColumns.Text(r.Connection ?? ""),
                    ]);
                }
            }
        }

        return text.ToString();
    }

    private static string Ms(double? value) => Figures.Brief(value) ?? "";
}

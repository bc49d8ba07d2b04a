using System.Diagnostics;
using Results.Records;
using Tests.Cli;

namespace Tests.Pages.Html;

/// <summary>Redrawing a run with very many requests, as it is typed; about 2 s.</summary>
public sealed class ManyRequestsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("many-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ten_thousand_requests_are_drawn_from_the_files_soon_and_into_a_page_that_can_be_opened()
    {
        var sample = SampleRun.Wide(10_000);
        var layout = new RunLayout(_folder);
        RunRecordFile.Save(sample.Run, layout.RunJson);
        foreach (ObservedOperation seen in sample.Run.Cases.SelectMany(c => c.Telemetry))
            CaseTimelineFile.Save(sample.Timelines.Find(seen)!, Path.Combine(_folder, seen.File));

        long start = Stopwatch.GetTimestamp();
        Typed report = await Typed.RunAsync("report", layout.RunJson);

        Assert.Equal((0, ""), (report.Exit, report.Error));
        // A second on a quiet machine, of five that are allowed; a shared one may be far slower.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 60);
        Assert.InRange(new FileInfo(layout.ReportHtml).Length, 100_000, 3_000_000);
        Assert.Contains(
            "Thinned: one in 25 of 10000 requests is drawn and listed.", File.ReadAllText(layout.ReportHtml), StringComparison.Ordinal);
    }
}

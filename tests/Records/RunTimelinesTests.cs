using Results.Pages;
using Results.Records;
using Tests.Pages;

namespace Tests.Records;

public sealed class RunTimelinesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("timelines-").FullName;

    [Fact]
    public void What_lies_below_the_run_is_read_and_what_is_missing_is_left_out()
    {
        CaseRecord c = Samples.Case("Baidu", "WhenAll", 3, 8, 5);
        CaseTimelineFile.Save(SampleRun.Timeline(c, Regimes.Warm), Path.Combine(_folder, "telemetry", "here.json"));
        var timelines = RunTimelines.Load(Naming(c, "telemetry/here.json", "telemetry/gone.json"), _folder);
        Assert.Equal(1, timelines.Count);
        Assert.Equal(3, timelines.Find(new(Regimes.Warm, "telemetry/here.json", new()))!.Requests.Count);
        Assert.Null(timelines.Find(new(Regimes.Warm, "telemetry/gone.json", new())));
    }

    [Fact]
    public void A_record_cannot_name_a_file_elsewhere()
    {
        string inner = Directory.CreateDirectory(Path.Combine(_folder, "run")).FullName;
        CaseRecord c = Samples.Case("Baidu", "WhenAll", 3, 8, 5);
        CaseTimelineFile.Save(SampleRun.Timeline(c, Regimes.Warm), Path.Combine(_folder, "outside.json"));
        Assert.Equal(0, RunTimelines.Load(Naming(c, "../outside.json", Path.Combine(_folder, "outside.json")), inner).Count);
    }

    [Fact]
    public void A_broken_timeline_is_told_in_one_line_and_nothing_is_written()
    {
        File.WriteAllText(Path.Combine(_folder, "t.json"), "{ \"case\": ");
        RunRecord run = Naming(Samples.Case("Baidu", "WhenAll", 3, 8, 5), "t.json");
        RecordException fault = Assert.Throws<RecordException>(() => ReportWriter.Write(run, _folder));
        Assert.StartsWith(Path.Combine(_folder, "t.json"), fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.Equal(["t.json"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void All_pages_are_written_beside_the_record()
    {
        IReadOnlyList<string> pages = ReportWriter.Write(Samples.Standard(), _folder);
        Assert.Equal(["report.html", "report.md", "report.csv"], pages.Select(Path.GetFileName));
        Assert.All(pages, page => Assert.NotEqual(0, new FileInfo(page).Length));
        Assert.Contains("](pictures/times-baidu.svg)", File.ReadAllText(pages[1]), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "pictures", "times-baidu.svg")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RunRecord Naming(CaseRecord c, params string[] files) =>
        Samples.Run(c with { Telemetry = [.. files.Select(f => new ObservedOperation(Regimes.Warm, f, new()))] });
}

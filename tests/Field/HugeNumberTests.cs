using Results.Charts;
using Results.History;
using Results.Records;
using Tests.Cli;
using Tests.Pages;

namespace Tests.Field;

/// <summary>Numbers that cannot be, such as a time of 1e300 ns: before, the page hung while it counted the marks of an axis.</summary>
public sealed class HugeNumberTests : IDisposable
{
    private readonly FieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [1e300,", "$.cases[0].iterationsNs[0]: is 1E+300")]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [1.1e18,", "0 or more and at most 1E+18")]
    [InlineData("\"boundNs\": ", "\"boundNs\": 1e30, \"x\": ", "$.cases[0].boundNs: is 1E+30")]
    [InlineData("\"allocatedBytes\": ", "\"allocatedBytes\": 1e300, \"x\": ", "$.cases[0].allocatedBytes: is 1E+300")]
    [InlineData("\"articleSeconds\": ", "\"articleSeconds\": 1e300, \"x\": ", "$.cases[0].articleSeconds: is 1E+300")]
    [InlineData("\"scale\": 0.1", "\"scale\": 1e-300", "$.scale: is 1E-300")]
    [InlineData("\"scale\": 0.1", "\"scale\": 1e300", "from 1E-09 to 1000000000")]
    public async Task A_run_with_one_is_refused(string from, string to, string told)
    {
        RunLayout run = _folder.Save("run", Samples.Standard());
        string text = File.ReadAllText(run.RunJson);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(run.RunJson, text[..at] + to + text[(at + from.Length)..]);
        Typed typed = await Task.Run(() => Typed.RunAsync("report", run.RunJson)).WaitAsync(TimeSpan.FromSeconds(20));
        typed.IsRefused(run.RunJson, told);
    }

    [Fact]
    public void So_is_a_figure_of_a_watched_operation_and_a_timeline()
    {
        RunRecord run = Samples.Standard();
        var seen = new ObservedOperation(Regimes.Warm, "a.json", new OperationFigures { ServerAllocatedBytesPerRequest = 1e300 });
        RecordException told = Assert.Throws<RecordException>(
            () => RunRecordFile.Save(run with { Cases = [run.Cases[0] with { Telemetry = [seen] }] }, _folder.In("run.json")));
        Assert.Contains("telemetry[0].figures.serverAllocatedBytesPerRequest: is 1E+300", told.Message, StringComparison.Ordinal);

        CaseTimeline good = SampleRun.Timeline(run.Cases[3], Regimes.Cold);
        Assert.Equal(200, CaseTimelineFile.Parse(CaseTimelineFile.ToJson(good), "t").Requests.Count);
        RequestSpan late = good.Requests[1] with { EndMs = 1e300 };
        told = Assert.Throws<RecordException>(() => CaseTimelineFile.Parse(
            CaseTimelineFile.ToJson(good with { Requests = [good.Requests[0], late] }), "t"));
        Assert.StartsWith("t: $.requests[1]: ", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_history_with_one_is_told()
    {
        var history = new HistoryFile(_folder.In("machine.jsonl"));
        var entry = HistoryEntry.Of(Samples.Standard());
        File.WriteAllText(
            history.Path,
            HistoryFile.ToLine(entry with { Cases = [entry.Cases[0] with { MedianNs = 1e300 }] }) + "\n"
                + HistoryFile.ToLine(entry with { Cases = [entry.Cases[0] with { AllocatedBytes = 1e300 }] }) + "\n");
        Assert.Equal(2, history.Read().Skipped.Count(line => line.Contains("at most 1E+18", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, double.MaxValue)]
    [InlineData(0, double.Epsilon)]
    [InlineData(1e17, 1e17 + 32)]
    [InlineData(double.Epsilon, double.MaxValue)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(-double.MaxValue, double.MaxValue)]
    [InlineData(1e299, 1e300)]
    [InlineData(1e-9, 1e18)]
    public async Task An_axis_has_few_marks_whatever_it_shows(double low, double high)
    {
        Axis[] axes = await Task.Run(() => new[]
        {
            Axis.Linear(low, high, _ => ""), Axis.OfRatios([low, high], _ => ""), Axis.Fitting([low, high], _ => ""),
        }).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.All(axes, axis => Assert.InRange(axis.Ticks.Count, 0, 50));
    }
}

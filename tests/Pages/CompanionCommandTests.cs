using Results.Records;
using Tests.Cli;
using Tests.Gate;

namespace Tests.Pages;

/// <summary>The verbs put what they make beside the run that it belongs to, and <c>report</c> draws it; about a second.</summary>
public sealed class CompanionCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_kept_run_that_the_gate_has_judged_shows_both_on_its_page()
    {
        (RunLayout first, RunLayout second) = (Save("first", 1), Save("second", 2));
        string history = Path.Combine(_folder.FullName, "history");

        Assert.Equal(0, (await Typed.RunAsync("history", "add", first.RunJson, "--history", history)).Exit);
        Assert.Equal(0, (await Typed.RunAsync("history", "add", second.RunJson, "--history", history)).Exit);
        Assert.Equal(
            0,
            (await Typed.RunAsync("gate", "--reference", first.RunJson, "--run", second.RunJson, "--history", history, "--output",
                second.Folder)).Exit);

        Assert.Single(File.ReadAllLines(first.History)); // as it was then
        Assert.Equal(2, File.ReadAllLines(second.History).Length);
        Assert.False(File.Exists(first.GateJson));
        Assert.Equal(0, (await Typed.RunAsync("report", second.RunJson)).Exit);
        string page = await File.ReadAllTextAsync(second.ReportHtml);
        Assert.Contains("<section id=\"trend\"", page, StringComparison.Ordinal);
        Assert.Contains("<section id=\"gate\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("history add adds it", page, StringComparison.Ordinal);
    }

    private RunLayout Save(string name, int seed)
    {
        var layout = new RunLayout(Path.Combine(_folder.FullName, name));
        RunRecordFile.Save(ReferenceGateTests.Noisy(seed), layout.RunJson);
        return layout;
    }
}

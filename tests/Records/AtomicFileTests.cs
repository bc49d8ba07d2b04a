using Results.Pages;
using Results.Pages.Report;
using Results.Records;
using Tests.Pages;

namespace Tests.Records;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_replaces_and_leaves_nothing_beside()
    {
        string path = Path.Combine(_folder.FullName, "new", "a.txt");
        AtomicFile.Write(path, "old");
        AtomicFile.Write(path, "näw");
        Assert.Equal("näw"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_failing_rename_leaves_what_stood_there_and_no_rest()
    {
        // A _folder in the file's place lets the temporary file be written and the rename fail: for root too.
        string path = Path.Combine(_folder.FullName, "report.md");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "kept"), "kept");
        string message = Assert.Throws<NotWrittenException>(() => AtomicFile.Write(path, "new")).Message;
        Assert.StartsWith($"{path}: cannot be written", message, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(Path.Combine(path, "kept")));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void A_page_that_cannot_be_written_leaves_the_old_ones()
    {
        var layout = new RunLayout(_folder.FullName);
        File.WriteAllText(layout.ReportCsv, "old");
        Directory.CreateDirectory(layout.ReportMarkdown);
        Assert.Throws<NotWrittenException>(() => ReportWriter.Write(Samples.Standard(), _folder.FullName));
        Assert.Equal("old", File.ReadAllText(layout.ReportCsv));
    }

    [Fact]
    public void All_pages_are_written_and_named()
    {
        IReadOnlyList<string> written = ReportWriter.Write(Samples.Standard(), _folder.FullName);
        Assert.Equal(["report.html", "report.md", "report.csv"], written.Select(Path.GetFileName));
        Assert.Equal(CsvReport.Render(Samples.Standard()), File.ReadAllText(written[2]));
    }
}

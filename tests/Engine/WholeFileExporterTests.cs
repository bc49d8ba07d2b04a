using System.Globalization;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using Benchmarks.Engine;

namespace Tests.Engine;

public sealed class WholeFileExporterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exports-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_holds_what_the_exporter_writes_and_nothing_stands_beside_it()
    {
        string[] files = [.. new WholeFileExporter(new Halves(fails: false), "report.txt").ExportToFiles(Summary, NullLogger.Instance)];

        Assert.Equal([Path.Combine(_folder.FullName, "title-report.txt")], files);
        Assert.Equal(files, Directory.GetFileSystemEntries(_folder.FullName));
        Assert.Equal("first half, second half", File.ReadAllText(files[0]));
    }

    [Fact]
    public void Half_a_file_is_never_seen()
    {
        Assert.Throws<InvalidOperationException>(
            () => new WholeFileExporter(new Halves(fails: true), "report.txt").ExportToFiles(Summary, NullLogger.Instance));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.FullName));
    }

    private Summary Summary =>
        new("title", [], HostEnvironmentInfo.GetCurrent(), _folder.FullName, "", TimeSpan.Zero, CultureInfo.InvariantCulture, [], []);

    private sealed class Halves(bool fails) : IExporter
    {
        public string Name => "halves";

        public void ExportToLog(Summary summary, ILogger logger)
        {
            logger.Write("first half, ");
            if (fails)
                throw new InvalidOperationException("ended here");
            logger.Write("second half");
        }

        public IEnumerable<string> ExportToFiles(Summary summary, ILogger consoleLogger) => throw new NotSupportedException();
    }
}

using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using Results.Records;

namespace Benchmarks.Engine;

/// <summary>
/// Makes a BenchmarkDotNet exporter write its file completely or not at all. By itself an exporter writes into the final file, so an
/// interrupted run would leave half a file.
/// </summary>
/// <param name="inner">The exporter that produces the text.</param>
/// <param name="ending">The file name after the name of the benchmark's class and a hyphen. It is BenchmarkDotNet's own, so that tools find
/// the file.</param>
public sealed class WholeFileExporter(IExporter inner, string ending) : IExporter
{
    public string Name => inner.Name;

    public void ExportToLog(Summary summary, ILogger logger) => inner.ExportToLog(summary, logger);

    /// <exception cref="NotWrittenException">The file cannot be written; an existing file is unchanged.</exception>
    public IEnumerable<string> ExportToFiles(Summary summary, ILogger consoleLogger)
    {
        var text = new AccumulationLogger();
        inner.ExportToLog(summary, text);
        string file = Path.Combine(summary.ResultsDirectoryPath, $"{NameOf(summary)}-{ending}");
        AtomicFile.Write(file, text.GetLog());
        return [file];
    }

    private static string NameOf(Summary summary) =>
        summary.BenchmarksCases.Select(benchmark => benchmark.Descriptor.Type).Distinct().ToArray() is [var only]
            ? only.FullName!
            : summary.Title;
}

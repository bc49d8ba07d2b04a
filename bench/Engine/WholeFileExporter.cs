using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using Results.Records;

namespace Benchmarks.Engine;

/// <summary>
/// Lets one of BenchmarkDotNet's exporters write its file whole or not at all. By itself it fills it where it stands, and a run that is
/// ended meanwhile leaves half of it.
/// </summary>
/// <param name="inner">Whose text is written.</param>
/// <param name="ending">What follows the name of the benchmark's class and a hyphen; as BenchmarkDotNet has it, so that the file is found
/// where it always was.</param>
public sealed class WholeFileExporter(IExporter inner, string ending) : IExporter
{
    public string Name => inner.Name;

    public void ExportToLog(Summary summary, ILogger logger) => inner.ExportToLog(summary, logger);

    /// <exception cref="NotWrittenException">It cannot be written; what stood there before is untouched.</exception>
    public IEnumerable<string> ExportToFiles(Summary summary, ILogger consoleLogger)
    {
        var text = new AccumulationLogger();
        inner.ExportToLog(summary, text);
        string file = Path.Combine(summary.ResultsDirectoryPath, $"{NameOf(summary)}-{ending}");
        AtomicFile.Write(file, text.GetLog());
        return [file];
    }

    private static string NameOf(Summary summary) =>
        summary.BenchmarksCases.Select(benchmark => benchmark.Descriptor.Type).Distinct().ToArray() is [var only] ? only.FullName! : summary.Title;
}

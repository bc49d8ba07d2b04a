using System.CommandLine;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Results.Pages;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>report</c>: draws the pages of a stored run again, without measuring.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("run.json")
        {
            Description = "A stored run, or BenchmarkDotNet's full JSON; the pages are written into its folder",
            DefaultValueFactory = _ => Path.Combine(CheckoutFolder.Results, "latest", "run.json"),
        };
        var separator = new Option<string>("--csv-separator")
        {
            Description = "Between the cells of report.csv: ',', ';' or tab; spreadsheets of many countries expect ';'",
            DefaultValueFactory = _ => ",",
        };
        var command = new Command("report", "Draw the reports of a stored run again from its folder, without measuring.")
        {
            path, separator,
        };
        command.SetAction(parsed =>
        {
            string file = TypedPath.Full("run.json", parsed.GetRequiredValue(path), "");
            char between = SeparatorOf(parsed.GetRequiredValue(separator));
            RunRecord run = RunRecordFile.LoadAny(file);
            string folder = Path.GetDirectoryName(file)!;
            OutputFolder.Require(folder);
            Summarise.Write(run, RunPages.Write(run, folder, RenamedCases.Read(), between), parsed.InvocationConfiguration.Output);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static char SeparatorOf(string typed) => typed switch
    {
        "," or ";" => typed[0],
        "tab" or "\t" => '\t',
        _ => throw new UsageException($"--csv-separator is '{typed}'; allowed are ',', ';' and tab."),
    };
}

using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Measurement;
using Results.Pages;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>report</c>: draws the pages again from a stored run, without measuring.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("run.json")
        {
            Description = "A stored run; the pages are written beside it",
            DefaultValueFactory = _ => Path.Combine(CheckoutFolder.Results, "latest", "run.json"),
        };
        var command = new Command("report", "Draw the reports again from a stored run and what lies beside it, without measuring.") { path };
        command.SetAction(parsed =>
        {
            string file = TypedPath.Full("run.json", parsed.GetRequiredValue(path), "");
            RunRecord run = RunRecordFile.Load(file);
            string folder = Path.GetDirectoryName(file)!;
            OutputFolder.Require(folder);
            Summarise.Write(run, RunPages.Write(run, folder, RenamedCases.Read()), parsed.InvocationConfiguration.Output);
            return ExitCodes.Ok;
        });
        return command;
    }
}

using System.CommandLine;
using Benchmarks.Errors;
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
            Description = "A stored run; the pages are written into its folder",
            DefaultValueFactory = _ => Path.Combine(CheckoutFolder.Results, "latest", "run.json"),
        };
        var command = new Command("report", "Draw the reports of a stored run again from its folder, without measuring.") { path };
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

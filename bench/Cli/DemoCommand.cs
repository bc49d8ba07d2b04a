using System.CommandLine;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Demo;
using Results.Pages.Report;
using Spectre.Console;

namespace Benchmarks.Cli;

/// <summary><c>demo</c>: shows in ten seconds what the suite measures.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        Option<string> server = ServerOption.Create();
        var command = new Command("demo", "Watch 30 requests for ten seconds: in a blocking loop, in an await loop, and all at once.")
        {
            server,
        };
        command.SetAction((parsed, cancellation) =>
            ExecuteAsync(ServerOption.Of(parsed, server), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> ExecuteAsync(string server, TextWriter output, CancellationToken cancellation)
    {
        IAnsiConsole? live = Terminal.Live(output);
        IAnsiConsole console = live ?? ConsoleReport.Open(output, Terminal.Is(output), Terminal.Width(output));
        DemoSummary.Introduce(console);
        if (live is not null)
            live.Write(new Text($" {DemoPicture.Legend}\n\n", new Style(Color.Grey)));
        IReadOnlyList<Lane> lanes =
            await Demonstration.RunAsync(live is null ? new PlainScreen(output) : new LiveScreen(live), server, cancellation);
        DemoSummary.Conclude(console, [.. lanes.Select(lane => lane.Now)]);
        return ExitCodes.Ok;
    }
}

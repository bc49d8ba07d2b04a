using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Instrument.Servers;

namespace Benchmarks.Cli;

/// <summary><c>servers</c>: what each host costs, side by side.</summary>
internal static class ServersCommand
{
    public static Command Create()
    {
        var command = new Command("servers", "Compare both servers, and WireMock.Net with mapping files: time and bytes of a request, latency error, makespan of a fan-out. Medians; about two minutes.");
        command.SetAction((parsed, _) => WriteAsync(ServersDepth.Full, ServerSubject.All, parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>One row for each subject.</summary>
    internal static async Task<int> WriteAsync(ServersDepth depth, IReadOnlyList<ServerSubject> subjects, TextWriter output)
    {
        await output.WriteAsync(ServersTable.Render(await ServerFigures.MeasureAsync(depth, subjects)));
        return ExitCodes.Ok;
    }
}

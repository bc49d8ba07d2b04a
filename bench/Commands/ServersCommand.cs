using System.CommandLine;
using Benchmarks.Measurement;
using Benchmarks.Servers;
using Fixtures.Server;

namespace Benchmarks.Commands;

/// <summary><c>servers</c>: what each host costs, side by side.</summary>
internal static class ServersCommand
{
    public static Command Create()
    {
        var command = new Command("servers", "Compare both servers: time and bytes of a request, latency error, makespan of a fan-out. Medians; some 15 seconds each.");
        command.SetAction((parsed, _) => WriteAsync(ServersDepth.Full, parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>One row for each host.</summary>
    internal static async Task<int> WriteAsync(ServersDepth depth, TextWriter output)
    {
        List<ServerFigures> servers = [];
        foreach (string kind in ServerHosts.Kinds)
            servers.Add(await ServerFigures.MeasureAsync(kind, depth));
        await output.WriteAsync(ServersTable.Render(servers));
        return ExitCodes.Ok;
    }
}

using System.CommandLine;
using Benchmarks.Measurement;
using Benchmarks.Servers;
using Fixtures.Server;

namespace Benchmarks.Commands;

/// <summary><c>servers</c>: what each host of this build costs, side by side.</summary>
internal static class ServersCommand
{
    public static Command Create()
    {
        Option<string> server = ServerOption.Create();
        server.Description = "A server that must be among them; run-bench fetches WireMock.Net if it is wiremock";
        var command = new Command("servers", "Compare the servers that this build has: time and bytes of a request, latency error, makespan of a fan-out. Medians; some 15 seconds each.") { server };
        command.SetAction((parsed, _) =>
        {
            ServerHosts.Require(parsed.GetValue(server) ?? ServerHosts.Embedded);
            return WriteAsync(ServersDepth.Full, parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    /// <summary>One row for each host.</summary>
    internal static async Task<int> WriteAsync(ServersDepth depth, TextWriter output)
    {
        List<ServerFigures> servers = [];
        foreach (string kind in ServerHosts.CompiledIn)
            servers.Add(await ServerFigures.MeasureAsync(kind, depth));
        await output.WriteAsync(ServersTable.Render(servers));
        return ExitCodes.Ok;
    }
}

using System.Net.Http.Json;
using Fixtures.Server;
using Fixtures.Telemetry;

namespace Benchmarks.Recording;

/// <summary>Switches a server's log on and off from outside, wherever the server runs.</summary>
public static class ServerRecording
{
    /// <summary>What the server records while <paramref name="action"/> runs.</summary>
    public static async Task<ServerTimeline> DuringAsync(Uri server, Func<Task> action)
    {
        using var control = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server };
        using (await control.GetAsync(ControlPaths.StartLog))
        {
        }

        await action();
        return (await control.GetFromJsonAsync<ServerTimeline>(ControlPaths.StopLog))!;
    }
}

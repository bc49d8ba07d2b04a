using System.Net.Http.Json;
using Fixtures.Server;
using Fixtures.Telemetry;

namespace Benchmarks.Recording;

/// <summary>Switches a server's log on and off from outside, wherever the server runs.</summary>
public static class ServerRecording
{
    /// <summary>
    /// Returns what the server records while <paramref name="action"/> runs. Afterwards the server records nothing, even if the action
    /// fails.
    /// </summary>
    /// <exception cref="HttpRequestException">The server does not respond, or refuses to record.</exception>
    public static async Task<ServerTimeline> DuringAsync(Uri server, Func<Task> action)
    {
        using HttpClient control = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server }.ForControl();
        using (HttpResponseMessage started = await control.PostAsync(ControlPaths.StartLog, content: null))
            started.EnsureSuccessStatusCode();
        try
        {
            await action();
        }
        catch
        {
            await StopAsync(control);
            throw;
        }

        using HttpResponseMessage stopped = await control.PostAsync(ControlPaths.StopLog, content: null);
        stopped.EnsureSuccessStatusCode();
        return (await stopped.Content.ReadFromJsonAsync<ServerTimeline>())!;
    }

    private static async Task StopAsync(HttpClient control)
    {
        try
        {
            using HttpResponseMessage stopped = await control.PostAsync(ControlPaths.StopLog, content: null);
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // a stopped server records nothing, and the earlier failure is the one to report
        }
    }
}

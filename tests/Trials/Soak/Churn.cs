using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Tests.Trials.Soak;

/// <summary>
/// Opens connections and drops them: a third at once, a third after half a request, a third after a request, without its response.
/// </summary>
internal static class Churn
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(10);

    /// <returns>Connections opened and dropped, and those that were refused.</returns>
    public static async Task<(int Dropped, int Refused)> RunAsync(Uri server, string path, TimeSpan time)
    {
        byte[] request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n");
        (int dropped, int refused) = (0, 0);
        List<Task<bool>> under = [];
        long begun = Stopwatch.GetTimestamp();
        int sent = 0;
        while (Stopwatch.GetElapsedTime(begun) is var elapsed && elapsed < time)
        {
            // Uses the clock, not the number of ticks, so that it catches up after a late tick.
            for (int due = (int)(elapsed.TotalSeconds * SoakPlan.ChurnPerSecond); sent < due; sent++)
                under.Add(
                    DropAsync(server, request.AsMemory(0, (sent % 3) switch { 0 => 0, 1 => request.Length / 2, _ => request.Length })));
            await Task.Delay(s_tick);
            under.RemoveAll(Ended);
        }

        await Task.WhenAll(under);
        under.RemoveAll(Ended);
        return (dropped, refused);

        bool Ended(Task<bool> one)
        {
            if (!one.IsCompleted)
                return false;
            _ = one.Result ? dropped++ : refused++;
            return true;
        }
    }

    private static async Task<bool> DropAsync(Uri server, ReadOnlyMemory<byte> said)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.LingerState = new LingerOption(enable: true, seconds: 0); // a reset: no port is left in TIME_WAIT
            await socket.ConnectAsync(server.Host, server.Port);
            if (said.Length > 0)
                await socket.SendAsync(said);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

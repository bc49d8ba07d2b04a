using System.Net.Sockets;
using System.Text;

namespace Tests.Trials.Soak;

/// <summary>Sends requests as fast as possible and reads no response. A server without back pressure would keep all in memory.</summary>
internal static class GreedyClient
{
    private const int Together = 500;

    /// <returns>Bytes that the server accepted.</returns>
    public static async Task<long> RunAsync(Uri server, string path, TimeSpan time)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        byte[] requests =
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n", Together)));
        using var end = new CancellationTokenSource(time);
        long taken = 0;
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, end.Token);
            while (true)
                taken += await socket.SendAsync(requests, end.Token);
        }
        catch (OperationCanceledException)
        {
            return taken; // correct: the server accepts no more until the client reads
        }
        catch (SocketException)
        {
            return taken; // also correct: the server closed the connection
        }
    }
}

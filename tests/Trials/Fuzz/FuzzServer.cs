using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Fixtures.Model;
using Fixtures.Server;

namespace Tests.Trials.Fuzz;

/// <summary>
/// Sends invalid requests. The server must respond in HTTP or close the connection, and serve all other clients as before.
/// </summary>
/// <param name="server">Serves <see cref="FuzzSamples.Scenario"/>, or another one with numbered JSON bodies.</param>
public sealed partial class FuzzServer(FixtureServer server)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly string[] s_methods =
    [
        "GET", "GET", "HEAD", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "G T", "", new('M', 3000),
    ];
    private static readonly string[] s_versions = [" HTTP/1.1", " HTTP/1.1", " HTTP/1.0", " HTTP/9.9", " http/1.1", "", " HTTP/2.0"];
    private static readonly string[] s_ends = ["\r\n", "\r\n", "\r\n", "\n", "\r"];

    private static readonly string[] s_headers =
    [
        "Host: x", "Host: x", "Host:", "Host: a b", "Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999999999999",
        "Content-Length: 4000000000", "Transfer-Encoding: chunked",
        "Transfer-Encoding: nonsense", "Expect: 100-continue", "Connection: close", "Connection: upgrade", "Upgrade: h2c", "no colon",
        ": no name", "A: " + new string('a', 40_000), "Range: bytes=0-", "X-\u00e9: \u00e9", "A:\0",
    ];

    private static readonly string[] s_bodies =
    [
        "", "", "hello", "5\r\nhello\r\n0\r\n\r\n", "zz\r\n", "FFFFFFFFFFFFFFFF\r\n", new('x', 100_000),
    ];

    /// <summary>One damaged exchange.</summary>
    /// <returns>The fault, or null.</returns>
    public async Task<string?> TryAsync(Random random)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(Spoilt(random));
        bool cut = random.Next(4) == 0, slow = random.Next(10) == 0;
        int length = cut ? random.Next(bytes.Length) : bytes.Length;
        using var limit = new CancellationTokenSource(s_patience);
        try
        {
            using Socket client = await ConnectAsync(limit.Token);
            for (int at = 0, piece; at < length; at += piece)
            {
                piece = Math.Min(slow ? random.Next(1, 40) : length, length - at);
                await client.SendAsync(bytes.AsMemory(at, piece), SocketFlags.None, limit.Token);
                if (slow)
                    await Task.Yield();
            }

            if (random.Next(8) == 0)
                return null; // and closes the connection, without reading
            client.Shutdown(SocketShutdown.Send);
            return FaultOf(await ReadAsync(client, limit.Token));
        }
        catch (SocketException)
        {
            return null; // it closed the connection while we were sending
        }
        catch (OperationCanceledException)
        {
            return $"no answer and no end within {s_patience.TotalSeconds} "
                + $"s: {Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(200, length)))}";
        }
    }

    /// <summary>Many good requests in one block: the server responds to each, in order.</summary>
    public async Task<string?> PipelineAsync(int count)
    {
        using var limit = new CancellationTokenSource(s_patience);
        RequestPlan plan = server.Scenario.Requests;
        int[] numbers = [.. Enumerable.Range(0, count).Select(i => plan.First + (i % plan.Count))];
        try
        {
            using Socket client = await ConnectAsync(limit.Token);
            string requests =
                string.Concat(numbers.Select(
                    (number, i) =>
                        $"GET {plan.PathOf(number)} HTTP/1.1\r\nHost: x\r\n{(i == count - 1 ? "Connection: close\r\n" : "")}\r\n"));
            await client.SendAsync(Encoding.ASCII.GetBytes(requests), SocketFlags.None, limit.Token);
            string answers = await ReadAsync(client, limit.Token);
            int[] names = [.. Name().Matches(answers).Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture))];
            return names.SequenceEqual(numbers) ? null : $"{count} requests in one piece were answered by {string.Join(' ', names)}";
        }
        catch (Exception failed) when (failed is SocketException or OperationCanceledException)
        {
            return $"{count} requests in one piece: {failed.Message}";
        }
    }

    /// <summary>Idle connections, without a request or with half a request. Other clients must still be served.</summary>
    public async Task<string?> HalfOpenAsync(int count)
    {
        List<Socket> idle = [];
        try
        {
            for (int i = 0; i < count; i++)
            {
                idle.Add(await ConnectAsync(CancellationToken.None));
                if (i % 2 == 0)
                    await idle[^1].SendAsync("GET /orders/1 HTTP/1.1\r\nHo"u8.ToArray());
            }

            return await PipelineAsync(2);
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken stop)
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await client.ConnectAsync(server.Addresses.Http1.Host, server.Addresses.Http1.Port, stop);
        return client;
    }

    private static async Task<string> ReadAsync(Socket client, CancellationToken stop)
    {
        var text = new StringBuilder();
        byte[] piece = new byte[4096];
        try
        {
            while (await client.ReceiveAsync(piece, SocketFlags.None, stop) is > 0 and var read)
                text.Append(Encoding.Latin1.GetString(piece, 0, read));
        }
        catch (SocketException)
        {
            // it closed the connection; the bytes before count
        }

        return text.ToString();
    }

    private static string? FaultOf(string answer) =>
        answer.Length == 0 || Status().IsMatch(answer) ? null : $"the answer is no HTTP: {answer[..Math.Min(200, answer.Length)]}";

    private string Spoilt(Random random)
    {
        RequestPlan plan = server.Scenario.Requests;
        string[] paths =
        [
            plan.PathOf(plan.First), plan.PathOf(0), plan.PathOf(int.MaxValue), plan.PathOf(1) + "9999999999", plan.Path, "/", "*", "//",
            "", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/%00", "/%zz", "/\u00ff", "http://x/orders/1",
            "/__fixture/handshake", "/__fixture/", "/__fixture/log/stop", "/?" + new string('q', 9000), "/" + new string('p', 9000),
        ];
        string end = random.Pick(s_ends);
        int headers = random.Next(6) == 0 ? 200 : random.Next(5);
        string request = random.Pick(s_methods) + " " + random.Pick(paths) + random.Pick(s_versions) + end
            + string.Concat(Enumerable.Range(0, headers).Select(_ => random.Pick(s_headers) + end)) + end + random.Pick(s_bodies);
        return random.Next(3) == 0 ? Mutation.Letters(random, request) : request;
    }

    [GeneratedRegex(@"^HTTP/1\.1 [1-5]\d\d ", RegexOptions.None, 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"""name"":""item-(?<n>\d+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}

using System.Net.Sockets;
using System.Text;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Fixtures.Telemetry;

namespace Tests.Server;

/// <summary>
/// What a client that knows no HTTP sees of each fault, whichever host answers: the very bytes, and how the connection ends.
/// </summary>
public sealed class FaultWireTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static MatrixTheoryData<FaultKind, string> Silent => new([FaultKind.ConnectionReset, FaultKind.EmptyReply], ServerHosts.Kinds);

    public static MatrixTheoryData<FaultKind, string> Lasting => new([FaultKind.Stall, FaultKind.SlowDrip], ServerHosts.Kinds);

    public static MatrixTheoryData<FaultKind, string> Breaking =>
        new([FaultKind.ConnectionReset, FaultKind.EmptyReply, FaultKind.BodyCutShort, FaultKind.MalformedChunk], ServerHosts.Kinds);

    [Theory]
    [MemberData(nameof(HostContractTests.Hosts), MemberType = typeof(HostContractTests))]
    public async Task A_reset_is_a_RST(string host)
    {
        await using Served served = await ServeAsync(host, new Fault(FaultKind.ConnectionReset));
        (string bytes, SocketError? error) = await AskAsync(served);
        Assert.Equal(("", SocketError.ConnectionReset), (bytes, error));
    }

    [Theory]
    [MemberData(nameof(HostContractTests.Hosts), MemberType = typeof(HostContractTests))]
    public async Task An_empty_reply_is_a_connection_closed_in_good_order(string host)
    {
        await using Served served = await ServeAsync(host, new Fault(FaultKind.EmptyReply));
        (string bytes, SocketError? error) = await AskAsync(served);
        Assert.Equal(("", null), (bytes, error));
    }

    [Theory]
    [MemberData(nameof(HostContractTests.Hosts), MemberType = typeof(HostContractTests))]
    public async Task A_body_cut_short_has_half_of_what_was_promised(string host)
    {
        await using Served served = await ServeAsync(host, new Fault(FaultKind.BodyCutShort));
        (string bytes, SocketError? error) = await AskAsync(served);
        (string head, string body) = Parts(bytes);
        Assert.StartsWith("HTTP/1.1 200", head, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 200", head, StringComparison.Ordinal);
        Assert.Equal((100, null), (body.Length, error));
    }

    [Theory]
    [MemberData(nameof(HostContractTests.Hosts), MemberType = typeof(HostContractTests))]
    public async Task A_malformed_chunk_stands_after_a_good_one(string host)
    {
        await using Served served = await ServeAsync(host, new Fault(FaultKind.MalformedChunk));
        (string bytes, _) = await AskAsync(served);
        (string head, string body) = Parts(bytes);
        Assert.Contains("Transfer-Encoding: chunked", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", head, StringComparison.Ordinal);
        Assert.StartsWith("64\r\n", body, StringComparison.Ordinal); // 100 bytes in hexadecimal
        Assert.EndsWith("\r\nno size\r\n", body, StringComparison.Ordinal);
        Assert.Equal(4 + 100 + 11, body.Length);
    }

    [Theory]
    [MemberData(nameof(HostContractTests.Hosts), MemberType = typeof(HostContractTests))]
    public async Task A_status_has_no_body_and_keeps_the_connection(string host)
    {
        await using Served served = await ServeAsync(host, new Fault(FaultKind.Status) { Status = 502 });
        served.Server.Log.Start();
        using (HttpResponseMessage response = await served.GetAsync("/items/1"))
            Assert.Equal((502, 0), ((int)response.StatusCode, response.Content.Headers.ContentLength));
        using (await served.GetAsync("/items/2"))
            Assert.Single(served.Server.Log.Stop().Connections);
    }

    /// <summary>
    /// HttpClient sends a request again if a kept connection ends before the first byte; each time the fault is injected, and no time is it
    /// an answer.
    /// </summary>
    [Theory]
    [MemberData(nameof(Silent))]
    public async Task What_is_sent_again_meets_the_fault_again_and_is_not_logged_as_answered(FaultKind kind, string host)
    {
        await using Served served = await ServeAsync(host, new Fault(kind));
        served.Server.Log.Start();
        using (await served.GetAsync("/items/2"))
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => served.GetAsync("/items/1"));
        using (await served.GetAsync("/items/2"))
            await Eventually.IsTrueAsync(() => served.Server.Log.OpenConnections == 1, "what was lost is closed");

        ServerTimeline seen = served.Server.Log.Stop();
        Assert.Equal([2, 2], seen.Requests.Select(row => row.Number));
        Assert.InRange(seen.Faults.Count, 1, 4);
        Assert.All(seen.Faults, fault => Assert.Equal((1, FaultKinds.NameOf(kind)), (fault.Number, fault.Kind)));
    }

    [Theory]
    [MemberData(nameof(HostContractTests.Hosts), MemberType = typeof(HostContractTests))]
    public async Task A_stall_sends_headers_and_ends_with_its_client(string host)
    {
        await using Served served = await ServeAsync(host, new Fault(FaultKind.Stall));
        using (HttpResponseMessage response = await served.Client.GetAsync(served.At("/items/1"), HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(200, response.Content.Headers.ContentLength);
            using Stream body = await response.Content.ReadAsStreamAsync();
            using var leave = new CancellationTokenSource(Served.Ms(50));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await body.ReadExactlyAsync(new byte[1], leave.Token));
        }

        await Eventually.IsTrueAsync(() => served.Server.Log.OpenConnections == 0, "the stalled request has ended");
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task What_lasts_comes_whole_in_the_end_and_not_before(FaultKind kind, string host)
    {
        await using Served served = await ServeAsync(host, new Fault(kind) { Lasts = Served.Ms(120) });
        long start = TimeProvider.System.GetTimestamp();
        byte[] body = await served.Client.GetByteArrayAsync(served.At("/items/1"));
        Assert.Equal(200, body.Length);
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= Served.Ms(100));
    }

    [Theory]
    [MemberData(nameof(Breaking))]
    public async Task Over_HTTP_2_a_fault_ends_its_own_stream_only(FaultKind kind, string host)
    {
        await using Served served = await ServeAsync(host, new Fault(kind));
        served.Server.Log.Start();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskHttp2Async(1));
        Assert.Equal(200, (await AskHttp2Async(2)).Length);
        Assert.Single(served.Server.Log.Stop().Connections);

        async Task<byte[]> AskHttp2Async(int number)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(served.Server.Addresses.Http2, $"/items/{number}"))
            {
                Version = System.Net.HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using HttpResponseMessage response = await served.Client.SendAsync(request);
            return await response.Content.ReadAsByteArrayAsync();
        }
    }

    /// <summary>Every fault strikes request 1 alone.</summary>
    private static Task<Served> ServeAsync(string host, Fault fault) =>
        Served.StartAsync(
            Served.Items(2) with { Faults = [fault with { Requests = RequestNumbers.Parse("1") }] }, new TaskDelayClock(), host);

    private static async Task<(string Bytes, SocketError? Error)> AskAsync(Served served)
    {
        using var limit = new CancellationTokenSource(s_patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(served.Server.Addresses.Http1.Host, served.Server.Addresses.Http1.Port, limit.Token);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync("GET /items/1 HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), limit.Token);
        var seen = new StringBuilder();
        byte[] buffer = new byte[4096];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, limit.Token)) > 0;)
                seen.Append(Encoding.Latin1.GetString(buffer, 0, read));
            return (seen.ToString(), null);
        }
        catch (IOException broken) when (broken.InnerException is SocketException reason)
        {
            return (seen.ToString(), reason.SocketErrorCode);
        }
    }

    private static (string Head, string Body) Parts(string bytes)
    {
        int end = bytes.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (bytes[..end], bytes[(end + 4)..]);
    }
}

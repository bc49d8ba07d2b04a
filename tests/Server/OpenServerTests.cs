using System.Diagnostics;
using System.Net;
using System.Threading.RateLimiting;
using Benchmarks.Processes;
using Benchmarks.Serving;
using Fixtures.Latency;
using Fixtures.Server;
using Microsoft.AspNetCore.Http;

namespace Tests.Server;

/// <summary>What holds only where other machines can reach the server.</summary>
public sealed class OpenServerTests
{
    private int _served;

    [Fact]
    public async Task Who_asks_more_often_than_is_allowed_is_told_so()
    {
        using OpenServer open = Three();
        Pipeline pipeline = open.Around(Counting());

        int[] codes =
        [
            await AskAsync(pipeline),
            await AskAsync(pipeline),
            await AskAsync(pipeline, ControlPaths.Handshake),
            await AskAsync(pipeline),
            await AskAsync(pipeline, ControlPaths.StartLog),
        ];

        Assert.Equal([200, 200, 200, 429, 429], codes);
        Assert.Equal(3, _served);
    }

    [Fact]
    public async Task A_large_body_is_refused_before_it_is_read_and_takes_no_permit()
    {
        using OpenServer open = Three();
        Pipeline pipeline = open.Around(Counting());

        Assert.Equal(413, await AskAsync(pipeline, length: OpenServer.MostBodyBytes + 1));
        int[] codes =
        [
            await AskAsync(pipeline, length: OpenServer.MostBodyBytes),
            await AskAsync(pipeline),
            await AskAsync(pipeline),
            await AskAsync(pipeline),
        ];
        Assert.Equal([200, 200, 200, 429], codes);
    }

    [Theory]
    [MemberData(nameof(HostContractTests.Hosts), MemberType = typeof(HostContractTests))]
    public async Task An_open_server_takes_smaller_headers_than_one_for_this_machine_alone(string host)
    {
        var all = new ListenOn(IPAddress.Any, 0, 0);
        foreach ((ListenOn listen, HttpStatusCode expected) in new[]
        {
            (all, HttpStatusCode.RequestHeaderFieldsTooLarge),
            (ListenOn.Loopback, HttpStatusCode.OK),
        })
        {
            await using FixtureServer server = await FixtureServer.StartAsync(Served.Items(1), new TaskDelayClock(), listen, host);
            using HttpClient client = Served.NewClient();
            Assert.Equal("127.0.0.1", server.Addresses.Http1.Host);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(headerBytes: 100));
            Assert.Equal(expected, await StatusAsync(headerBytes: 20_000));

            async Task<HttpStatusCode> StatusAsync(int headerBytes)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Addresses.Http1, "/items/1"));
                request.Headers.Add("x-long", new string('a', headerBytes));
                using HttpResponseMessage response = await client.SendAsync(request);
                return response.StatusCode;
            }
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "warning: other machines can reach this server")]
    [InlineData("http://127.0.0.1:0", "")]
    public async Task Serve_warns_on_standard_error(string urls, string expected)
    {
        ProcessStartInfo start = ThisSuite.Start([.. ServerProcess.Verb("baidu", "smoke", ServerHosts.Default), "--urls", urls]);
        start.RedirectStandardInput = true;
        using Process serve = Process.Start(start)!;
        Task<string> error = serve.StandardError.ReadToEndAsync();
        string? first = await serve.StandardOutput.ReadLineAsync();
        serve.StandardInput.Close();

        Assert.StartsWith("Serving 'baidu'", first, StringComparison.Ordinal);
        Assert.StartsWith(expected, await error, StringComparison.Ordinal);
        Assert.Equal(expected.Length > 0 ? 1 : 0, (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await serve.WaitForExitAsync();
        Assert.Equal(0, serve.ExitCode);
    }

    private static OpenServer Three() =>
        new(new FixedWindowRateLimiter(new FixedWindowRateLimiterOptions { PermitLimit = 3, Window = TimeSpan.FromDays(1) }));

    private Pipeline Counting() => new((_, _) => Task.CompletedTask, (_, _) => CountAsync(), _ => CountAsync());

    private Task CountAsync()
    {
        _served++;
        return Task.CompletedTask;
    }

    private static async Task<int> AskAsync(Pipeline pipeline, string path = "/items/1", long? length = null)
    {
        var context = new DefaultHttpContext();
        (context.Request.Path, context.Request.ContentLength) = (path, length);
        await pipeline.InvokeAsync(context, _ => Task.CompletedTask);
        return context.Response.StatusCode;
    }
}

using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;

namespace Benchmarks.Cli;

/// <summary><c>serve</c>: runs a scenario's server until Ctrl-C, so that another process or machine can measure against it.</summary>
internal static class ServeCommand
{
    private const int Attempts = 5;

    public static Command Create()
    {
        var scenario = new Option<string>("--scenario")
        {
            Description = "Id of the scenario to serve, or the path of a scenario file (.json)",
            Required = true,
        };
        Option<string> profile = ProfileOption.Create(Profile.Article, "Use the scale of this profile");
        var urls = new Option<string>("--urls")
        {
            Description = "http://ADDRESS:PORT for HTTP/1.1; HTTP/2 uses the next port. Port 0 chooses two free ports",
            DefaultValueFactory = _ => "http://127.0.0.1:0",
        };

        var untilInputEnds = new Option<bool>("--until-input-ends")
        {
            Description = "Also end when standard input ends, so that the server ends with its parent process",
            Hidden = true,
        };

        Option<string> server = ServerOption.Create();
        var command = new Command("serve", "Serve a scenario until Ctrl-C, by default on the loopback address.")
        {
            scenario, profile, urls, server, untilInputEnds,
        };
        command.SetAction(async (parsed, stop) =>
        {
            string kind = ServerOption.Of(parsed, server);
            Scenario served = ProfileOption.Of(parsed, profile).Scaled(Served(parsed.GetRequiredValue(scenario)));
            Task end = parsed.GetValue(untilInputEnds) ? Task.WhenAny(InputEndsAsync(), CancelledAsync(stop)) : CancelledAsync(stop);
            await ServeAsync(
                served,
                kind,
                Listen(parsed.GetRequiredValue(urls)),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error,
                end,
                stop);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Scenario Served(string scenario) => scenario.EndsWith(ScenarioFile.Extension, StringComparison.OrdinalIgnoreCase)
        ? ScenarioFile.Load(scenario)
        : ScenarioCatalog.BuiltIn[scenario];

    private static ListenOn Listen(string urls) =>
        ListenOn.Parse(urls)
            ?? throw new UsageException($"--urls is '{urls}'; allowed is http://ADDRESS:PORT with an IP address or localhost, "
                + $"and a port up to {IPEndPoint.MaxPort - 1}, because HTTP/2 uses the next port.");

    private static async Task CancelledAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the normal way to stop the server
        }
    }

    private static async Task InputEndsAsync()
    {
        await Task.Yield(); // reading the console may block
        while (await Console.In.ReadLineAsync() is not null)
        {
            // the text itself is ignored
        }
    }

    private static async Task ServeAsync(
        Scenario scenario, string kind, ListenOn listen, TextWriter output, TextWriter error, Task end, CancellationToken stop)
    {
        using var clock = new LatencyClock();
        await using FixtureServer server = await StartAsync(scenario, kind, clock, listen, stop);
        await output.WriteLineAsync(
            $"Serving '{scenario.Id}' at {server.Addresses.Http1} (HTTP/1.1) and {server.Addresses.Http2} (HTTP/2). Ctrl-C ends it.");
        await output.WriteLineAsync($"Try: {Curl(server.Addresses.Http1, scenario.Requests.RequestOf(scenario.Requests.First))}");
        if (!listen.IsLoopback)
        {
            await error.WriteLineAsync("warning: other machines can reach this server. It does not authenticate its clients. "
                + $"It refuses requests above {OpenServer.MostBodyBytes / 1024} KB, "
                + $"and more than {OpenServer.PerSecond} requests a second.");
        }

        await end;
    }

    /// <summary>A shell would take the '&amp;' of a query for its own.</summary>
    private static string Curl(Uri server, PlannedRequest request)
    {
        string url = $"{new Uri(server, request.Path)}", method = request.Method == PlannedRequest.Get ? "" : $" -X {request.Method}";
        return $"curl -i{method} {(url.Contains('?', StringComparison.Ordinal) ? $"'{url}'" : url)}";
    }

    private static async Task<FixtureServer> StartAsync(
        Scenario scenario, string kind, LatencyClock clock, ListenOn listen, CancellationToken stop)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await FixtureServer.StartAsync(scenario, clock, listen.OnTwoInARow(), kind, stop);
            }
            catch (IOException) when (listen.Http1Port == 0 && attempt < Attempts)
            {
                // another process took one of the two free ports
            }
            catch (Exception refused) when (refused is IOException or SocketException)
            {
                throw new UsageException($"--urls: cannot listen on {listen.Address}, "
                    + $"ports {listen.Http1Port} and {listen.Http2Port}: {refused.Message}", refused);
            }
        }
    }
}

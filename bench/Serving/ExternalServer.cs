using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BenchGate.Errors;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>A server that was started separately with <c>serve</c>. Before measuring, the suite reads what it serves.</summary>
public static class ExternalServer
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>The addresses of a server, from its HTTP/1.1 address: <c>serve</c> uses the next port for HTTP/2.</summary>
    public static ServerAddresses AddressesOf(Uri http1) =>
        new(http1, new UriBuilder(http1) { Port = http1.Port + 1 }.Uri);

    /// <param name="url">Its address.</param>
    /// <param name="scenario">The scenario that it must serve.</param>
    /// <param name="profile">Id of the profile that scaled the scenario.</param>
    /// <param name="protocol">The HTTP version, 1.1 or 2.0.</param>
    /// <exception cref="UsageException">It does not respond, uses another protocol, or serves another scenario.</exception>
    public static async Task<Handshake> GreetAsync(Uri url, Scenario scenario, string profile, Version protocol)
    {
        Handshake served = await AskAsync(url, protocol);
        if (served.Protocol != Handshake.CurrentProtocol)
            throw new UsageException($"{url} uses protocol {served.Protocol}, but this suite uses {Handshake.CurrentProtocol}; "
                + "start the server from the same version.");
        if (served.Scenario != scenario.Id)
            throw new UsageException($"{url} serves '{served.Scenario}', not '{scenario.Id}'; "
                + $"start a server with: serve --scenario {scenario.Id} --profile {profile}");
        if (served.ScenarioHash != ScenarioDescription.ContentHash(scenario))
            throw new UsageException($"{url} serves '{served.Scenario}' with other content than '{scenario.Id}' has in this profile; "
                + $"start it with: serve --scenario {scenario.Id} --profile {profile}");
        return served;
    }

    private static async Task<Handshake> AskAsync(Uri url, Version protocol)
    {
        using HttpClient client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            Timeout = s_patience,
            DefaultRequestVersion = protocol,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        }.ForControl();
        try
        {
            return await client.GetFromJsonAsync<Handshake>(new Uri(url, ControlPaths.Handshake))
                ?? throw new UsageException($"{url} is not a server of this suite; start one with 'serve'.");
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new UsageException($"{url} refuses a name that it does not know; give its IP address instead.", refused);
        }
        // InvalidOperationException: the response has an unknown charset
        catch (Exception exception)
            when (exception is HttpRequestException or TaskCanceledException or JsonException or IOException or InvalidOperationException)
        {
            throw new UsageException($"{url} is not a server of this suite for HTTP/{protocol} "
                + $"({exception.Message.ReplaceLineEndings(" ")}); start one with 'serve'.", exception);
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Benchmarks.Errors;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>A server that somebody else started with <c>serve</c>; it is asked what it serves before anything is measured.</summary>
public static class ExternalServer
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>The addresses of a server that is named by its HTTP/1.1 one: <c>serve</c> speaks HTTP/2 on the port after it.</summary>
    public static ServerAddresses AddressesOf(Uri http1) =>
        new(http1, new UriBuilder(http1) { Port = Math.Min(http1.Port + 1, IPEndPoint.MaxPort) }.Uri);

    /// <param name="url">Where it is.</param>
    /// <param name="scenario">What it is to serve.</param>
    /// <param name="profile">Id of the profile that scaled the scenario.</param>
    /// <param name="protocol">In which version of HTTP, 1.1 or 2.0.</param>
    /// <exception cref="UsageException">It does not answer, speaks another version, or serves other work.</exception>
    public static async Task<Handshake> GreetAsync(Uri url, Scenario scenario, string profile, Version protocol)
    {
        Handshake served = await AskAsync(url, protocol);
        if (served.Protocol != Handshake.CurrentProtocol)
            throw new UsageException($"{url} speaks protocol {served.Protocol} and this suite {Handshake.CurrentProtocol}; start it from the same version.");
        if (served.ScenarioHash != ScenarioDescription.ContentHash(scenario))
            throw new UsageException($"{url} serves other work ('{served.Scenario}') than '{scenario.Id}' in this profile; start it with: serve --scenario {scenario.Id} --profile {profile}");
        return served;
    }

    private static async Task<Handshake> AskAsync(Uri url, Version protocol)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            Timeout = s_patience,
            DefaultRequestVersion = protocol,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        try
        {
            return await client.GetFromJsonAsync<Handshake>(new Uri(url, ControlPaths.Handshake))
                ?? throw new UsageException($"{url} is no server of this suite; start one with 'serve'.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException or IOException or InvalidOperationException) // the last of an answer in no charset there is
        {
            throw new UsageException($"{url} is no server of this suite that speaks HTTP/{protocol} ({exception.Message.ReplaceLineEndings(" ")}); start one with 'serve'.", exception);
        }
    }
}

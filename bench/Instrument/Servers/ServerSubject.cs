using System.Globalization;
using System.Text.Json.Nodes;
using Fixtures.Endpoints;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Instrument.Servers;

/// <summary>A subject of the comparison: a kind of server, and the number of mappings that it has to search.</summary>
/// <param name="Kind">The kind of server, one of <see cref="ServerHosts.Kinds"/>.</param>
/// <param name="Mappings">WireMock.Net's own mappings, one for each request; null means the suite's single stub for all requests.</param>
internal sealed record ServerSubject(string Kind, int? Mappings = null)
{
    private const string Folder = "stubs";
    private static readonly IEndpoint s_pokemon = EndpointFactory.Create(new PokemonPayload(PokemonSize.Small));

    /// <summary>Both kinds as they serve a scenario, and WireMock.Net with the mappings of a small API and of a large one.</summary>
    public static IReadOnlyList<ServerSubject> All { get; } =
        [
            .. ServerHosts.Kinds.Select(kind => new ServerSubject(kind)),
            new(ServerHosts.WireMock, 1),
            new(ServerHosts.WireMock, 12),
            new(ServerHosts.WireMock, 150),
        ];

    public string Name => Mappings is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"{Kind}, {count} {(count == 1 ? "mapping" : "mappings")}")
        : Kind;

    /// <summary>The text of a scenario file: small Pokémon, each with the same latency.</summary>
    public string Scenario(int requests, double latencyMs) => new JsonObject
    {
        ["requests"] = Mappings is { } count
            ? new JsonObject
            {
                ["list"] = new JsonArray([.. Enumerable.Range(1, count).Select(n => new JsonObject { ["path"] = PathOf(n) })]),
                ["count"] = requests,
            }
            : new JsonObject { ["path"] = PathOf(RequestPlan.Placeholder), ["count"] = requests },
        ["payload"] = Mappings is null
            ? new JsonObject { ["kind"] = "pokemon", ["size"] = "small" }
            : new JsonObject { ["kind"] = "wiremock", ["mappings"] = Folder },
        ["latency"] = new JsonObject { ["kind"] = "fixed", ["ms"] = latencyMs },
    }.ToJsonString();

    /// <summary>The mapping files by path, relative to the scenario file; none for the suite's own stub.</summary>
    public IReadOnlyDictionary<string, string> Files() => Mappings is { } count
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Folder + "/all.json"] = new JsonArray([.. Enumerable.Range(1, count).Select(Mapping)]).ToJsonString(),
        }
        : new Dictionary<string, string>(StringComparer.Ordinal);

    private static string PathOf<T>(T number) => string.Create(CultureInfo.InvariantCulture, $"/api/v2/pokemon/{number}");

    private static JsonNode Mapping(int number)
    {
        EndpointReply reply = s_pokemon.Answer(number);
        return new JsonObject
        {
            ["Request"] = new JsonObject { ["Path"] = PathOf(number), ["Methods"] = new JsonArray("GET") },
            ["Response"] = new JsonObject
            {
                ["Headers"] = new JsonObject { ["Content-Type"] = reply.ContentType },
                ["Body"] = System.Text.Encoding.UTF8.GetString(reply.Body.Span),
            },
        };
    }
}

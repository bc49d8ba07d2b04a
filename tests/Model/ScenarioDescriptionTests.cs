using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.Model;

public sealed class ScenarioDescriptionTests
{
    private static readonly Scenario s_pokeapi = ScenarioCatalog.BuiltIn["pokeapi"];

    [Fact]
    public void Every_parameter_is_named() => Assert.Equal(
        [
            "requests: 150", "path: /api/v2/pokemon/{n}", "first: 1", "payload: pokemon small",
            "latency: fixed 57.3 ms", "seed: 1", "connect delay: 0 ms", "capacity: unlimited",
        ],
        ScenarioDescription.Of(s_pokeapi).Select(p => $"{p.Key}: {p.Value}"));

    public static TheoryData<Scenario> Changed =>
    [
        s_pokeapi with { Requests = s_pokeapi.Requests with { Count = 149 } },
        s_pokeapi with { Requests = s_pokeapi.Requests with { Path = "/{n}" } },
        s_pokeapi with { Requests = s_pokeapi.Requests with { First = 2 } },
        s_pokeapi with { Payload = new PokemonPayload(PokemonSize.Full) },
        s_pokeapi with { Latency = s_pokeapi.Latency.Scaled(1.00001) },
        s_pokeapi with { Seed = 2 },
        s_pokeapi with { ConnectDelay = TimeSpan.FromTicks(1) },
        s_pokeapi with { Capacity = 1 },
    ];

    [Theory]
    [MemberData(nameof(Changed))]
    public void The_hash_tells_any_changed_parameter(Scenario changed) =>
        Assert.NotEqual(ScenarioDescription.ContentHash(s_pokeapi), ScenarioDescription.ContentHash(changed));

    [Fact]
    public void The_hash_is_that_of_the_parameters_and_not_of_the_names()
    {
        Assert.Matches("^[0-9a-f]{64}$", ScenarioDescription.ContentHash(s_pokeapi));
        Assert.Equal(
            ScenarioDescription.ContentHash(s_pokeapi), ScenarioDescription.ContentHash(s_pokeapi with { Id = "other", Title = "Other" }));
    }
}

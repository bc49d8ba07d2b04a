using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.Model;

public sealed class ScenarioDescriptionTests
{
    private static readonly Scenario Pokeapi = ScenarioCatalog.BuiltIn["pokeapi"];

    [Fact]
    public void Every_parameter_is_named() => Assert.Equal(
        [
            "requests: 150", "path: /api/v2/pokemon/{n}", "first: 1", "payload: pokemon small",
            "latency: fixed 57.3 ms", "seed: 1", "connect delay: 0 ms", "capacity: unlimited",
        ],
        ScenarioDescription.Of(Pokeapi).Select(p => $"{p.Key}: {p.Value}"));

    public static TheoryData<Scenario> Changed =>
    [
        Pokeapi with { Requests = Pokeapi.Requests with { Count = 149 } },
        Pokeapi with { Requests = Pokeapi.Requests with { Path = "/{n}" } },
        Pokeapi with { Requests = Pokeapi.Requests with { First = 2 } },
        Pokeapi with { Payload = new PokemonPayload(PokemonSize.Full) },
        Pokeapi with { Latency = Pokeapi.Latency.Scaled(1.00001) },
        Pokeapi with { Seed = 2 },
        Pokeapi with { ConnectDelay = TimeSpan.FromTicks(1) },
        Pokeapi with { Capacity = 1 },
    ];

    [Theory]
    [MemberData(nameof(Changed))]
    public void The_hash_tells_any_changed_parameter(Scenario changed) =>
        Assert.NotEqual(ScenarioDescription.ContentHash(Pokeapi), ScenarioDescription.ContentHash(changed));

    [Fact]
    public void The_hash_is_that_of_the_parameters_and_not_of_the_names()
    {
        Assert.Matches("^[0-9a-f]{64}$", ScenarioDescription.ContentHash(Pokeapi));
        Assert.Equal(ScenarioDescription.ContentHash(Pokeapi), ScenarioDescription.ContentHash(Pokeapi with { Id = "other", Title = "Other" }));
    }
}

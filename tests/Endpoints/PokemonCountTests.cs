using System.Text.Json;
using Fixtures.Endpoints;
using Fixtures.Endpoints.Pokedex;
using Fixtures.Model;

namespace Tests.Endpoints;

public class PokemonCountTests
{
    private static readonly PokemonEndpoint s_full = new(PokemonSize.Full);

    [Fact]
    public void A_full_body_has_as_many_elements_as_the_table()
    {
        foreach (PokemonFacts pokemon in PokemonTable.All)
        {
            var body = JsonElement.Parse(s_full.Answer(pokemon.Id).Body.Span);
            Assert.Equal(pokemon.Abilities.Length, body.GetProperty("abilities").GetArrayLength());
            Assert.Equal(pokemon.Types.Length, body.GetProperty("types").GetArrayLength());
            Assert.Equal(pokemon.HeldItems.Length, body.GetProperty("held_items").GetArrayLength());
            Assert.Equal(20, body.GetProperty("game_indices").GetArrayLength());
            Assert.Equal(6, body.GetProperty("stats").GetArrayLength());
            Assert.Equal(
                pokemon.Moves.Select(move => move.Details.Length),
                body.GetProperty("moves").EnumerateArray().Select(move => move.GetProperty("version_group_details").GetArrayLength()));
        }
    }

    [Theory]
    [InlineData(1, 83)]
    [InlineData(129, 5)] // Magikarp: tackle, hydro pump, splash, flail, bounce
    [InlineData(132, 1)] // Ditto: transform
    public void As_many_moves_are_learned_as_in_the_games(int number, int moves) =>
        Assert.Equal(moves, PokemonTable.All[number - 1].Moves.Length);

    [Fact]
    public void Bulbasaur_learns_tackle_as_in_the_games()
    {
        LearnedMove tackle = PokemonTable.All[0].Moves.Single(move => move.Link == new Named("tackle", 33));
        Assert.Equal(Enumerable.Range(1, 20), tackle.Details.Select(way => way.VersionGroup));
        Assert.All(tackle.Details, way => Assert.Equal((1, 1), (way.Method, way.Level)));
    }
}

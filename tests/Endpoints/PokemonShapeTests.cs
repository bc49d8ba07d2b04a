using System.Text;
using System.Text.Json;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Tests.Endpoints;

public class PokemonShapeTests
{
    private static readonly string[] s_keys =
    [
        "abilities", "base_experience", "forms", "game_indices", "height", "held_items", "id", "is_default",
        "location_area_encounters", "moves", "name", "order", "species", "sprites", "stats", "types", "weight",
    ];

    [Theory]
    [InlineData(PokemonSize.Small)]
    [InlineData(PokemonSize.Full)]
    public void Keys_stand_in_the_order_of_the_api(PokemonSize size)
    {
        foreach (JsonElement body in Bodies(size))
            Assert.Equal(s_keys, body.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void The_name_comes_after_hundreds_of_nested_ones()
    {
        string body = Encoding.UTF8.GetString(new PokemonEndpoint(PokemonSize.Full).Answer(1).Body.Span);
        string before = body[..body.IndexOf("\"name\":\"bulbasaur\",\"order\"", StringComparison.Ordinal)];
        Assert.True(before.Split("\"name\":").Length > 500);
    }

    [Fact]
    public void A_body_is_minified() =>
        Assert.DoesNotContain((byte)'\n', new PokemonEndpoint(PokemonSize.Full).Answer(1).Body.ToArray());

    [Fact]
    public void Facts_of_a_known_one_are_right()
    {
        JsonElement pikachu = Bodies(PokemonSize.Full)[24];
        Assert.Equal(4, pikachu.GetProperty("height").GetInt32());
        Assert.Equal(60, pikachu.GetProperty("weight").GetInt32());
        Assert.Equal(112, pikachu.GetProperty("base_experience").GetInt32());
        Assert.Equal(
            [35, 55, 40, 50, 50, 90],
            pikachu.GetProperty("stats").EnumerateArray().Select(stat => stat.GetProperty("base_stat").GetInt32()));
        Assert.Equal("electric", pikachu.GetProperty("types")[0].GetProperty("type").GetProperty("name").GetString());
        Assert.Equal(
            ["static", "lightning-rod"], pikachu
                .GetProperty("abilities")
                .EnumerateArray()
                .Select(ability => ability.GetProperty("ability").GetProperty("name").GetString()));
        Assert.True(pikachu.GetProperty("abilities")[1].GetProperty("is_hidden").GetBoolean());
        Assert.Equal(84, pikachu.GetProperty("game_indices")[0].GetProperty("game_index").GetInt32());
        Assert.Equal(
            ["oran-berry", "light-ball"],
            pikachu.GetProperty("held_items").EnumerateArray().Select(item => item.GetProperty("item").GetProperty("name").GetString()));
    }

    private static List<JsonElement> Bodies(PokemonSize size)
    {
        var endpoint = new PokemonEndpoint(size);
        return [.. Enumerable.Range(1, PokemonEndpoint.Count).Select(number => JsonElement.Parse(endpoint.Answer(number).Body.Span))];
    }
}

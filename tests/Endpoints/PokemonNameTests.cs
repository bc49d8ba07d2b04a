using System.Text.Json;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Tests.Endpoints;

public class PokemonNameTests
{
    private static readonly PokemonEndpoint s_small = new(PokemonSize.Small);

    [Theory]
    [InlineData(1, "bulbasaur")]
    [InlineData(6, "charizard")]
    [InlineData(25, "pikachu")]
    [InlineData(29, "nidoran-f")]
    [InlineData(32, "nidoran-m")]
    [InlineData(39, "jigglypuff")]
    [InlineData(83, "farfetchd")]
    [InlineData(94, "gengar")]
    [InlineData(122, "mr-mime")]
    [InlineData(132, "ditto")]
    [InlineData(143, "snorlax")]
    [InlineData(150, "mewtwo")]
    [InlineData(151, "mew")]
    [InlineData(152, "bulbasaur")]
    [InlineData(302, "mew")]
    [InlineData(100_000, "ninetales")]
    public void Is_the_one_of_that_number_and_starts_again_after_151(int number, string name) =>
        Assert.Equal(name, s_small.NameOf(number));

    [Fact]
    public void Is_in_the_body_with_its_id_for_all_151()
    {
        for (int number = 1; number <= PokemonEndpoint.Count; number++)
        {
            using var body = JsonDocument.Parse(s_small.Answer(number).Body);
            Assert.Equal(s_small.NameOf(number), body.RootElement.GetProperty("name").GetString());
            Assert.Equal(number, body.RootElement.GetProperty("id").GetInt32());
        }
    }

    [Fact]
    public void No_two_are_equal() =>
        Assert.Equal(151, Enumerable.Range(1, 151).Select(s_small.NameOf).Distinct().Count());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Numbers_start_at_one(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => s_small.Answer(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_small.NameOf(number));
    }
}

using Fixtures.Endpoints;
using Fixtures.Scenarios;

namespace Tests.Endpoints;

public class PokemonSizeTests(ITestOutputHelper output)
{
    [Fact]
    public void A_small_one_has_about_2_kb()
    {
        int[] sizes = Sizes(PokemonSize.Small);
        Assert.All(sizes, size => Assert.InRange(size, 1_500, 2_500));
    }

    [Fact]
    public void A_full_one_has_the_bytes_of_its_real_lists()
    {
        int[] sizes = Sizes(PokemonSize.Full);
        foreach ((int i, int s) in sizes.Index()) output.WriteLine($"{i + 1} {s}");
    }

    private int[] Sizes(PokemonSize size)
    {
        var endpoint = new PokemonEndpoint(size);
        int[] sizes = [.. Enumerable.Range(1, PokemonEndpoint.Count).Select(number => endpoint.Answer(number).Body.Length)];
        int[] sorted = [.. sizes.Order()];
        output.WriteLine($"{size}: {sorted[0]} {sorted[75]} {sorted[150]}");
        return sizes;
    }
}

using Fixtures.Endpoints;
using Fixtures.Model;

namespace Tests.Endpoints;

public class PokemonSizeTests
{
    [Fact]
    public void A_small_one_has_about_2_kb() =>
        Assert.All(Sizes(PokemonSize.Small), size => Assert.InRange(size, 1_500, 2_500));

    // Real lists differ: Ditto learns one move, Mew nearly all of them. Nothing is padded or cut to meet a figure.
    [Fact]
    public void A_full_one_has_as_many_bytes_as_its_real_lists_need()
    {
        int[] sizes = Sizes(PokemonSize.Full);
        Assert.All(sizes, size => Assert.InRange(size, 20_000, 550_000));
        Assert.InRange(sizes.Order().ElementAt(75), 200_000, 350_000);
        Assert.Equal([10, 11, 13, 14, 129, 132], Numbers(sizes, size => size < 150_000));
        Assert.Equal([151], Numbers(sizes, size => size > 350_000));
    }

    private static int[] Sizes(PokemonSize size)
    {
        var endpoint = new PokemonEndpoint(size);
        return [.. Enumerable.Range(1, PokemonEndpoint.Count).Select(number => endpoint.Answer(number).Body.Length)];
    }

    private static IEnumerable<int> Numbers(int[] sizes, Func<int, bool> have) =>
        sizes.Index().Where(entry => have(entry.Item)).Select(entry => entry.Index + 1);
}

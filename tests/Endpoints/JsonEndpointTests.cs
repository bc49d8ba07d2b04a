using System.Text.Json;
using Fixtures.Endpoints;

namespace Tests.Endpoints;

public class JsonEndpointTests
{
    [Fact]
    public void A_body_is_valid_and_has_the_bytes_asked_for_and_one_more_for_each_further_digit()
    {
        foreach (int bytes in Enumerable.Range(JsonEndpoint.MinBytes, 50).Concat([1_000, 32_768, 1_000_000]))
        {
            var endpoint = new JsonEndpoint(bytes);
            Assert.Equal(bytes, endpoint.Answer(7).Body.Length);
            Assert.Equal(bytes + 2, endpoint.Answer(150).Body.Length);
            var body = JsonElement.Parse(endpoint.Answer(150).Body.Span);
            Assert.Equal(["values", "name"], body.EnumerateObject().Select(property => property.Name));
            Assert.Equal("item-150", body.GetProperty("name").GetString());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(100_000)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Any_number_has_a_name(int number)
    {
        var endpoint = new JsonEndpoint(JsonEndpoint.MinBytes);
        Assert.Equal(endpoint.NameOf(number), JsonElement.Parse(endpoint.Answer(number).Body.Span).GetProperty("name").GetString());
    }

    [Fact]
    public void Numbers_that_share_a_slot_keep_their_names()
    {
        // 10 MB a body leaves three slots.
        var endpoint = new JsonEndpoint(10_000_000);
        foreach (int number in (int[])[1, 4, 1, 7, 4])
            Assert.EndsWith(
                $"\"item-{number}\"}}",
                System.Text.Encoding.UTF8.GetString(endpoint.Answer(number).Body.Span[^20..]),
                StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_bytes_than_the_smallest_body_has_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonEndpoint(JsonEndpoint.MinBytes - 1));
}

using System.Text;
using Fixtures.Endpoints;

namespace Tests.Endpoints;

public class HomePageEndpointTests
{
    [Fact]
    public void The_page_has_the_bytes_asked_for_whatever_the_number()
    {
        foreach (int bytes in Enumerable.Range(HomePageEndpoint.MinBytes, 300).Concat([2_381, 10_000, 1_000_000]))
            Assert.Equal(bytes, new HomePageEndpoint(bytes).Answer(1).Body.Length);
    }

    [Fact]
    public void The_page_closes_every_list_item_it_opens()
    {
        string page = Encoding.UTF8.GetString(new HomePageEndpoint(2_381).Answer(1).Body.Span);
        Assert.True(page.Split("<li>").Length > 10);
        Assert.Equal(page.Split("<li>").Length, page.Split("</li>").Length);
    }

    [Fact]
    public void Every_request_gets_the_same_page_without_a_name()
    {
        var endpoint = new HomePageEndpoint(2_381);
        Assert.Null(endpoint.NameOf(7));
        Assert.True(endpoint.Answer(1).Body.Span.SequenceEqual(endpoint.Answer(200).Body.Span));
    }

    [Fact]
    public void Fewer_bytes_than_a_page_needs_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HomePageEndpoint(HomePageEndpoint.MinBytes - 1));
}

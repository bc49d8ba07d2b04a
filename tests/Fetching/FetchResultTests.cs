using System.Net;
using System.Text;
using Benchmarks.Fetching;

namespace Tests.Fetching;

/// <summary>What is read from a response, with any JSON.</summary>
public sealed class FetchResultTests
{
    [Theory]
    [InlineData("""{ "name": "mew" }""", "mew")]
    [InlineData("""{ "id": 1, "tags": [{ "name": "no" }], "name": "mew" }""", "mew")]
    [InlineData(" \n\t{ \"name\": \"mew\" }", "mew")]
    [InlineData("""{ "name": null }""", null)]
    [InlineData("""{ "name": 7 }""", null)]
    [InlineData("""{ "name": { "first": "mew" } }""", null)]
    [InlineData("""{ "name": ["mew"], "id": 1 }""", null)]
    [InlineData("""[{ "name": "mew" }]""", null)]
    [InlineData("7", null)]
    [InlineData("", null)]
    public void The_name_is_a_text_at_the_top_of_an_object(string body, string? name)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

        var read = FetchResult.Read(3, response);

        Assert.Equal((3, 200, (long)Encoding.UTF8.GetByteCount(body), name), (read.Index, read.Status, read.Bytes, read.Name));
    }

    /// <summary>Not to parse a list would be less work than to parse an object.</summary>
    [Fact]
    public void A_list_is_parsed_like_an_object()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("[1, 2", Encoding.UTF8, "application/json"),
        };

        Assert.ThrowsAny<System.Text.Json.JsonException>(() => FetchResult.Read(0, response));
    }
}

using System.Text;
using System.Text.Json;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Tests.Endpoints;

/// <summary>What every endpoint promises, whatever it sends.</summary>
public class EndpointContractTests
{
    public static TheoryData<Payload> Payloads =>
    [
        new HtmlPayload(2_381),
        new JsonPayload(1_000),
        new PokemonPayload(PokemonSize.Small),
        new PokemonPayload(PokemonSize.Full),
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void The_same_bytes_come_twice_and_from_a_second_instance(Payload payload)
    {
        IEndpoint first = EndpointFactory.Create(payload), second = EndpointFactory.Create(payload);
        foreach (int number in (int[])[1, 25, 150, 151, 152])
        {
            byte[] body = first.Answer(number).Body.ToArray();
            Assert.Equal(body, first.Answer(number).Body.ToArray());
            Assert.Equal(body, second.Answer(number).Body.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Many_threads_get_what_one_gets(Payload payload)
    {
        IEndpoint alone = EndpointFactory.Create(payload), shared = EndpointFactory.Create(payload);
        byte[][] expected = [.. Enumerable.Range(1, 40).Select(number => alone.Answer(number).Body.ToArray())];
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i =>
            Assert.True(shared.Answer(i % 40 + 1).Body.Span.SequenceEqual(expected[i % 40])));
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_body_carries_the_name_that_is_told(Payload payload)
    {
        IEndpoint endpoint = EndpointFactory.Create(payload);
        EndpointReply reply = endpoint.Answer(42);
        Assert.Equal(200, reply.Status);
        if (endpoint.NameOf(42) is { } name)
        {
            Assert.StartsWith("application/json", reply.ContentType, StringComparison.Ordinal);
            Assert.Equal(name, JsonElement.Parse(reply.Body.Span).GetProperty("name").GetString());
        }
        else
        {
            Assert.StartsWith("text/html", reply.ContentType, StringComparison.Ordinal);
            Assert.EndsWith("</html>", Encoding.UTF8.GetString(reply.Body.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_payload_of_an_unknown_kind_is_refused() =>
        Assert.Throws<NotSupportedException>(() => EndpointFactory.Create(new UnknownPayload()));

    private sealed record UnknownPayload : Payload;
}

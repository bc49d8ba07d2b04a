using System.Net;
using BenchGate.Errors;
using Benchmarks.Serving;
using Fixtures.Latency;
using Fixtures.Server;
using Tests.Server;

namespace Tests.Serving;

public sealed class ExternalServerTests
{
    public static TheoryData<string> Protocols => ["1.1", "2.0"];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task It_is_greeted_in_the_protocol_that_will_be_spoken(string protocol)
    {
        await using Served served = await Served.StartAsync(Served.Items(3), new TaskDelayClock());
        var version = Version.Parse(protocol);

        Handshake shaken =
            await ExternalServer.GreetAsync(served.Server.Addresses.Speaking(version), served.Server.Scenario, "article", version);

        Assert.Equal("items", shaken.Scenario);
    }

    [Fact]
    public async Task Who_does_not_speak_it_is_refused_before_anything_is_measured()
    {
        await using Served served = await Served.StartAsync(Served.Items(3), new TaskDelayClock());

        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => ExternalServer.GreetAsync(served.Server.Addresses.Http1, served.Server.Scenario, "article", HttpVersion.Version20));

        Assert.Contains("for HTTP/2.0", refused.Message, StringComparison.Ordinal);
        Assert.Contains(served.Server.Addresses.Http1.ToString(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Http_2_is_expected_where_serve_puts_it_on_the_next_port() => Assert.Equal(
        new ServerAddresses(new Uri("http://127.0.0.1:5151"), new Uri("http://127.0.0.1:5152")),
        ExternalServer.AddressesOf(new Uri("http://127.0.0.1:5151")));

    [Fact]
    public void And_there_it_puts_it()
    {
        ListenOn listen = ListenOn.Parse("http://127.0.0.1:5151")!;
        Assert.Equal(listen.Http2Port, ExternalServer.AddressesOf(new Uri("http://127.0.0.1:5151")).Http2.Port);
    }
}

using System.Net;
using Fixtures.Latency;
using Fixtures.Server;

namespace Tests.Server;

public sealed class ListenOnTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5000", "127.0.0.1", 5000, 5001)]
    [InlineData("http://localhost:5000/", "127.0.0.1", 5000, 5001)]
    [InlineData("http://0.0.0.0:0", "0.0.0.0", 0, 0)]
    [InlineData("http://[::1]:80", "::1", 80, 81)]
    public void An_address_and_a_port_are_read(string url, string address, int http1, int http2) =>
        Assert.Equal(new ListenOn(IPAddress.Parse(address), http1, http2), ListenOn.Parse(url));

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("https://127.0.0.1:5000")]
    [InlineData("http://example.org:5000")]
    [InlineData("http://127.0.0.1:65535")]
    [InlineData("http://127.0.0.1:5000/path")]
    [InlineData("http://127.0.0.1:5000/?query")]
    public void Anything_else_is_none(string url) => Assert.Null(ListenOn.Parse(url));

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://0.0.0.0:0")]
    public void Free_ports_stand_in_a_row(string url)
    {
        ListenOn free = ListenOn.Parse(url)!.OnTwoInARow();

        Assert.InRange(free.Http1Port, 1, 65_534);
        Assert.Equal(free.Http1Port + 1, free.Http2Port);
    }

    [Fact]
    public void Ports_that_were_chosen_stay() =>
        Assert.Equal(new ListenOn(IPAddress.Loopback, 80, 81), ListenOn.Parse("http://127.0.0.1:80")!.OnTwoInARow());

    [Fact]
    public async Task A_taken_port_is_an_io_error()
    {
        await using Served first = await Served.StartAsync(Served.Items(1), new TaskDelayClock());
        var taken = new ListenOn(IPAddress.Loopback, first.Server.Addresses.Http1.Port, 0);

        await Assert.ThrowsAsync<IOException>(() => FixtureServer.StartAsync(Served.Items(1), new TaskDelayClock(), taken));
    }
}

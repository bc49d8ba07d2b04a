using BenchGate.Errors;
using Benchmarks.Cli;
using Benchmarks.Instrument.Servers;
using Fixtures.Server;
using Tests.Instrument.Checks;

namespace Tests.Instrument.Servers;

/// <summary>The values depend on the machine, but each server must have all figures.</summary>
[Collection(Alone.Name)]
public sealed class ServersTests
{
    [Fact]
    public async Task Each_host_of_the_build_has_a_row_of_figures()
    {
        using var output = new StringWriter();

        Assert.Equal(
            ExitCodes.Ok,
            await ServersCheck.WriteAsync(
                new ServersDepth(20, 2, 1), [new ServerSubject(ServerHosts.Kestrel), new ServerSubject(ServerHosts.WireMock, 2)], output));

        string[][] rows =
        [
            .. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
                .Select(line => line.Trim('|', ' ').Split(" | ")),
        ];
        Assert.Equal(["kestrel", "wiremock, 2 mappings"], rows.Select(row => row[0]));
        // with so few requests the growth can be below the resolution of the server's heap
        Assert.All(
            rows,
            row => Assert.All(
                row[1..], figure => Assert.True(double.Parse(figure, System.Globalization.CultureInfo.InvariantCulture) >= 0, figure)));
        Assert.All(rows, row => Assert.True(double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture) > 0, row[1]));
        Assert.All(
            rows,
            row => Assert.True(double.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture) >= ServersDepth.OfferedMs, row[5]));
    }
}

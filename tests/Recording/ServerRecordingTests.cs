using Benchmarks.Recording;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Tests.Server;

namespace Tests.Recording;

/// <summary>A server records only during the action, even if the action fails.</summary>
public sealed class ServerRecordingTests
{
    [Fact]
    public async Task A_server_records_no_longer_after_an_operation_that_failed()
    {
        await using Served served = await Served.StartAsync(Served.Items(1), new TaskDelayClock());
        bool during = false;

        InvalidDataException told = await Assert.ThrowsAsync<InvalidDataException>(
            () => ServerRecording.DuringAsync(served.Server.Addresses.Http1, FailAsync));

        Assert.Equal("the operation's own", told.Message);
        Assert.Equal((true, false), (during, served.Server.Log.IsOn));

        Task FailAsync()
        {
            during = served.Server.Log.IsOn;
            throw new InvalidDataException("the operation's own");
        }
    }

    [Fact]
    public async Task The_failure_is_told_also_where_the_server_is_gone_by_then()
    {
        Served served = await Served.StartAsync(Served.Items(1), new TaskDelayClock());

        await Assert.ThrowsAsync<InvalidDataException>(() => ServerRecording.DuringAsync(served.Server.Addresses.Http1, async () =>
        {
            await served.DisposeAsync();
            throw new InvalidDataException("the operation's own");
        }));
    }

    [Fact]
    public async Task A_server_that_refuses_to_record_is_not_measured()
    {
        Scenario scenario = Served.Items(1);
        var refusing = new Pipeline((connection, next) => next(connection), (context, next) => next(context), context =>
        {
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        });
        var setup = new HostSetup(
            refusing,
            new ScenarioReplies(RequestRoute.Of(scenario.Requests), ScenarioEndpoint.Of(scenario)),
            null,
            ListenOn.Loopback,
            _ => { });
        await using IServerHost host = await ServerHosts.StartAsync(ServerHosts.Kestrel, setup, CancellationToken.None);
        bool measured = false;

        await Assert.ThrowsAsync<HttpRequestException>(() => ServerRecording.DuringAsync(host.Addresses.Http1, () =>
        {
            measured = true;
            return Task.CompletedTask;
        }));

        Assert.False(measured);
    }
}

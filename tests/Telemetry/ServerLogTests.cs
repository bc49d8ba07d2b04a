using Fixtures.Latency;
using Fixtures.Telemetry;
using Tests.Server;

namespace Tests.Telemetry;

public sealed class ServerLogTests
{
    [Fact]
    public void It_is_off_at_first_and_then_records_nothing()
    {
        var log = new ServerLog();
        Record(log, 1);

        Assert.False(log.IsOn);
        ServerTimeline seen = log.Stop();
        Assert.Empty(seen.Requests);
        Assert.Empty(seen.Connections);
    }

    [Fact]
    public void A_new_start_forgets_what_was_seen_before()
    {
        var log = new ServerLog();
        log.Start();
        Record(log, 1);
        log.Start();
        Record(log, 2);

        Assert.True(log.IsOn);
        ServerTimeline seen = log.Stop();
        Assert.False(log.IsOn);
        Assert.Equal(2, Assert.Single(seen.Requests).Number);
        Assert.Equal("2", Assert.Single(seen.Connections).Id);
    }

    [Fact]
    public void One_that_nobody_stops_stops_itself_before_it_fills_the_memory()
    {
        var log = new ServerLog();
        log.Start();
        for (int i = 0; i < ServerLog.MostRows + 10; i++)
            log.Answered(default);

        Assert.False(log.IsOn);
        Assert.Equal(ServerLog.MostRows, log.Stop().Requests.Count);
        log.Start();
        Record(log, 1);
        Assert.Single(log.Stop().Requests);
    }

    [Fact]
    public void A_connection_that_was_opened_before_the_start_is_no_new_one()
    {
        var log = new ServerLog();
        log.ConnectionOpened("early");
        log.Start();
        log.ConnectionReady("early");

        Assert.Empty(log.Stop().Connections);
    }

    [Fact]
    public async Task A_row_is_there_as_soon_as_the_client_has_its_answer()
    {
        await using Served served = await Served.StartAsync(Served.Items(1), new TaskDelayClock());
        for (int i = 0; i < 500; i++)
        {
            served.Server.Log.Start();
            await served.Client.GetByteArrayAsync(served.At("/items/1"));
            Assert.Single(served.Server.Log.Stop().Requests);
        }
    }

    private static void Record(ServerLog log, int number)
    {
        log.ConnectionOpened($"{number}");
        log.ConnectionReady($"{number}");
        log.Answered(new RequestRow(null, number, $"{number}", 1, 2));
    }
}

using System.Net.Http.Json;
using Benchmarks.Fetching;
using Fixtures.Server;
using Fixtures.Telemetry;

namespace Benchmarks.Checks;

/// <summary>
/// One operation as client and server each recorded it, not joined: a request that only one side knows of must stay visible.
/// </summary>
public sealed record BothSides(IReadOnlyList<ClientRow> Client, IReadOnlyList<RequestRow> Server)
{
    public static async Task<BothSides> RecordAsync(Uri server, IFetchStrategy strategy, FetchWork work)
    {
        IReadOnlyList<ClientRow> client = [];
        IReadOnlyList<RequestRow> seen = await ServerAloneAsync(server, async () =>
        {
            using Timeline timeline = Timeline.Record();
            await strategy.FetchAsync(work, CancellationToken.None);
            client = timeline.Rows;
        });
        return new BothSides(client, seen);
    }

    /// <summary>What the server records while <paramref name="action"/> runs.</summary>
    public static async Task<IReadOnlyList<RequestRow>> ServerAloneAsync(Uri server, Func<Task> action)
    {
        using var control = new HttpClient { BaseAddress = server };
        using (await control.GetAsync(ControlPaths.StartLog))
        {
        }

        await action();
        return (await control.GetFromJsonAsync<ServerTimeline>(ControlPaths.StopLog))!.Requests;
    }
}

using Benchmarks.Fetching;
using Fixtures.Telemetry;

namespace Benchmarks.Recording;

/// <summary>
/// One operation as client and server each recorded it, not joined: a request that only one side knows of must stay visible.
/// </summary>
public sealed record BothSides(IReadOnlyList<ClientRow> Client, IReadOnlyList<RequestRow> Server)
{
    public static async Task<BothSides> RecordAsync(Uri server, IFetchStrategy strategy, FetchWork work)
    {
        IReadOnlyList<ClientRow> client = [];
        ServerTimeline seen = await ServerRecording.DuringAsync(server, async () =>
        {
            using var timeline = Timeline.Record();
            await strategy.FetchAsync(work, CancellationToken.None);
            client = timeline.Rows;
        });
        return new BothSides(client, seen.Requests);
    }
}

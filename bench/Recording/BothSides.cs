using Benchmarks.Fetching;
using Fixtures.Telemetry;

namespace Benchmarks.Recording;

/// <summary>
/// One operation as client and server recorded it. The rows are not joined, so that a request of only one side stays visible.
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

using System.Diagnostics;
using System.Globalization;
using Benchmarks.Fetching;
using Fixtures.Telemetry;
using Results.Records;

namespace Benchmarks.Recording;

/// <summary>Runs one operation while client and server record, and joins the two records.</summary>
public static class TimelineRecorder
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(5);

    public static async Task<CaseTimeline> RecordAsync(Uri server, IFetchStrategy strategy, FetchWork work, string regime)
    {
        IReadOnlyList<ClientRow> client = [];
        int poolThreads = 0;
        ServerTimeline seen = await ServerRecording.DuringAsync(server, async () =>
        {
            using var timeline = Timeline.Record();
            using var watch = new ThreadPoolWatch(s_look);
            // Not from a pool thread, as BenchmarkDotNet starts the timed operations: a blocked pool thread is missing for all others.
            await OwnThread.RunAsync(() => strategy.FetchAsync(work, CancellationToken.None));
            (client, poolThreads) = (timeline.Rows, watch.End().Count);
        });
        return Join(client, seen) with { Case = strategy.Descriptor.Id, Regime = regime, PeakPoolThreads = poolThreads };
    }

    private static CaseTimeline Join(IReadOnlyList<ClientRow> client, ServerTimeline server)
    {
        long origin = client.Count == 0 ? 0 : client.Min(row => row.Sent);
        var byKey = server.Requests.Where(row => row.Key is not null).ToDictionary(row => row.Key!, StringComparer.Ordinal);
        return new CaseTimeline
        {
            Case = "",
            Regime = "",
            Requests =
            [
                .. client.Select(
                    row => Span(row, byKey.TryGetValue(row.Key.ToString(CultureInfo.InvariantCulture), out RequestRow seen) ? seen : null)),
            ],
            ServerAllocatedBytes = server.AllocatedBytes,
            Connections = [.. server.Connections.Select(row => new ConnectionSpan(row.Id, Ms(row.Opened) ?? 0, Ms(row.Ready)))],
        };

        RequestSpan Span(ClientRow row, RequestRow? seen) => new(
            row.Key - 1, Ms(row.Sent) ?? 0, Ms(row.FirstByte), Ms(row.Ended), row.Ended == 0 ? null : row.Thread,
            Ms(seen?.Arrival ?? 0), Ms(seen?.Departure ?? 0), seen?.Connection);

        double? Ms(long stamp) => stamp == 0 ? null : Stopwatch.GetElapsedTime(origin, stamp).TotalMilliseconds;
    }
}

using Results.Records;

namespace Results.Charts;

/// <summary>Finds the requests that waited for a connection set-up: the first request of each connection, as the server saw it.</summary>
internal static class ConnectionSetUp
{
    /// <summary>Set-up times by the request's index, in milliseconds. Requests on an already open connection have none.</summary>
    public static Dictionary<int, (double FromMs, double ToMs)> Of(CaseTimeline timeline)
    {
        var opened = timeline.Connections.Where(c => c.ReadyMs is not null).GroupBy(c => c.Connection, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var setUps = new Dictionary<int, (double, double)>();
        foreach (IGrouping<string, RequestSpan> carried in timeline.Requests
            .Where(r => r.Connection is not null)
            .GroupBy(r => r.Connection!, StringComparer.Ordinal))
        {
            if (!opened.TryGetValue(carried.Key, out ConnectionSpan? connection))
                continue;
            RequestSpan first = carried.MinBy(r => r.ArrivalMs ?? double.MaxValue)!;
            // The client may have started to open it for an earlier request, and the response cannot come before it was ready.
            (double from, double to) =
                (Math.Max(connection.OpenedMs, first.SentMs), Math.Min(connection.ReadyMs!.Value, first.FirstByteMs ?? double.MaxValue));
            if (to > from)
                setUps[first.Index] = (from, to);
        }

        return setUps;
    }
}

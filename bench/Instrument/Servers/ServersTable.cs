using System.Globalization;
using Results.Formatting;

namespace Benchmarks.Instrument.Servers;

/// <summary>The table of the servers, one in each row.</summary>
internal static class ServersTable
{
    public static string Render(IReadOnlyList<ServerFigures> servers) => MarkdownTable.Render(Table.Of(
        servers,
        [
            new(new("server", Right: false), one => one.Subject.Name),
            new(new("request without latency (µs)"), one => Figures.Significant(one.RequestUs)),
            new(new("client allocated per request (KB)"), one => Figures.Significant(one.ClientBytes / 1024)),
            new(new("server allocated per request (KB)"), one => Figures.Significant(one.ServerBytes / 1024)),
            new(new("latency error (ms)"), one => Figures.Significant(one.LatencyErrorMs)),
            new(
                new(string.Create(
                    CultureInfo.InvariantCulture, $"makespan of {ServersDepth.Width} × {ServersDepth.OfferedMs} ms at once (ms)")),
                one => Figures.Significant(one.MakespanMs)),
        ],
        _ => []));
}

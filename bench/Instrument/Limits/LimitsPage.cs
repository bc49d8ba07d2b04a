using System.Globalization;
using System.Text;
using Benchmarks.Instrument.Servers;
using Fixtures.Server;
using Results.Formatting;
using Results.Records;

namespace Benchmarks.Instrument.Limits;

/// <summary>limits.md: what was measured, on which machine, with which command.</summary>
internal static class LimitsPage
{
    private const string Explained = """

        A goal is what an idle machine should reach. A missed goal stays on this page. The names of the goals:

        - **marginal**: what each request beyond the first thousand adds to the time of the widest fan-out: (median of 10,000 − median
          of 1,000) / 9,000. Its 95 % interval (Price and Bonett 2002) is below the tables. It does not include the noise between runs.
        - **clock-D-P-pending**: the latency clock alone, with P delays of length D pending at any time:
          how late a delay ends, as median and as 99th percentile (p99; the longest, max, of fewer than 100 delays).
        - **early**: delays that ended too early.
        - **times-truer**: the median error of .NET's own `Task.Delay` / the clock's.
        - **thread-cpu**: the processor time of the clock's thread, as a share of one core.

        - **wiremock-…-above-kestrel**: the extra cost of a request on WireMock.Net, from *Servers side by side*.

        *Scaling*, below, measures fan-outs of every width. A row that is also under *Operations* is the same measurement.

        """;

    private const string Matching = """

        *n mappings* are n of WireMock.Net's own mappings, one for each request. It matches every request against all of them.

        """;

    public static string Render(
        HostFingerprint host,
        SourceIdentity source,
        IReadOnlyList<CheckRecord> goals,
        IReadOnlyList<FetchMeasurement> fetches,
        IReadOnlyList<ServerFigures> servers,
        IReadOnlyList<ScalingSweep> sweeps)
    {
        var page = new StringBuilder("# How close the instrument comes to what the machine allows\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"Made by `./run-bench.sh check --limits --publish` on {host.Machine}; latency "
                + $"by {host.Clock}; server {host.Server} where none is named; source {source.SourceHash}.\n");
        page.Append("Client and server are two processes on this machine. All times are medians of one run.\n");
        page.Append(Explained).Append("\n## Goals\n\n");
        page.Append(MarkdownTable.Render(Table.Of(
            goals,
            [
                new(new("goal", Right: false), goal => goal.Name),
                new(new("measured"), goal => Number(goal.Value, goal.Unit)),
                new(new("bound"), goal => $"{goal.Bound} {goal.Unit}".Trim()),
                new(new("", Right: false), goal => goal.Ok ? "reached" : "MISSED"),
            ],
            _ => [])));
        page.Append("\n## Operations\n\n").Append(Operations(fetches));
        foreach (string kind in ServerHosts.Kinds)
            page.Append(Marginal(fetches, "when-all", kind));
        page.Append("\n## Servers side by side\n\n").Append(ServersTable.Render(servers)).Append(Matching);
        foreach (ScalingSweep sweep in sweeps)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## Scaling: {sweep.Strategy}\n\n").Append(Operations(sweep.Points)).Append('\n')
                .Append(Waiting(sweep)).Append(Marginal(sweep.Points, sweep.Strategy, sweep.Server));
        }

        return page.ToString();
    }

    private static string Operations(IReadOnlyList<FetchMeasurement> fetches) => MarkdownTable.Render(Table.Of(
            fetches,
            [
                new(new("work", Right: false), fetch => fetch.Goal.Name),
                new(new("server", Right: false), fetch => fetch.Goal.Server),
                new(new("requests"), fetch => fetch.Goal.Requests.ToString(CultureInfo.InvariantCulture)),
                new(new("offered (ms)"), fetch => fetch.Goal.OfferedMs.ToString(CultureInfo.InvariantCulture)),
                new(new("n"), fetch => fetch.MillisecondsEach.Count.ToString(CultureInfo.InvariantCulture)),
                new(new("median (ms)"), fetch => Number(fetch.MedianMs, "")),
                new(
                    new("min … max (ms)"),
                    fetch => $"{Number(fetch.MillisecondsEach.Min(), "")} … {Number(fetch.MillisecondsEach.Max(), "")}"),
                new(
                    new("CPU per request client + server (µs)"),
                    fetch => $"{Number(fetch.ClientCpuUsPerRequest, "")} + {Number(fetch.ServerCpuUsPerRequest, "")}"),
                new(new("client allocated per request (KB)"), fetch => Number(fetch.AllocatedPerRequest / 1024, "")),
            ],
            _ => []));

    private static string Marginal(IReadOnlyList<FetchMeasurement> fetches, string strategy, string server) =>
        MarginalCost.Of(fetches, strategy, server) is { } cost
            ? $"\n{strategy} on {server}: each request beyond the first thousand adds {Figures.Significant(cost.Us)} µs "
                + $"(95 % interval: {Figures.Significant(cost.Lower)} … {Figures.Significant(cost.Upper)}).\n"
            : "";

    private static string Waiting(ScalingSweep sweep) => MarkdownTable.Render(Table.Of(
            [.. sweep.WaitingBytes],
            [
                new(new("requests"), point => point.Key.ToString(CultureInfo.InvariantCulture)),
                new(new("client memory for each while all wait (KB)"), point => Number(point.Value / 1024, "")),
            ],
            _ => []));

    private static string? Number(double? value, string unit) =>
        value is { } known ? (Figures.Significant(known) + " " + unit).Trim() : null;
}

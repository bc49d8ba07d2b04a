using Benchmarks.Instrument.Checks;
using Benchmarks.Instrument.Servers;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Instrument.Limits;

/// <summary>
/// The goals: figures with their bounds. An efficiency is the time of the bound / the measured median. Bare Kestrel should come close to
/// the limits of the machine, and WireMock.Net close to bare Kestrel.
/// </summary>
internal static class LimitGoals
{
    private static readonly (string Name, double Kestrel, double WireMock)[] s_efficiencies =
    [
        ("sequential-57.3ms", 0.985, 0.965),
        ("sequential-5.73ms", 0.94, 0.92),
        ("when-all-150", 0.94, 0.92),
        ("when-all-1000", 0.76, 0.70),
    ];

    private const string Quieter = "Measure on a machine that runs nothing else; if the result is the same, profile client and server.";

    public static IReadOnlyList<CheckRecord> Of(IReadOnlyList<FetchMeasurement> fetches)
    {
        List<CheckRecord> records = [];
        foreach ((string name, double kestrel, double wiremock) in s_efficiencies)
        {
            Add(ServerHosts.Kestrel, name, kestrel);
            Add(ServerHosts.WireMock, name, wiremock);
        }

        if (Find(ServerHosts.Kestrel, "sequential-0ms") is { } none)
            records.Add(AtMost("kestrel-sequential-0ms-per-request", PerRequestUs(none), "µs", 35));
        if (MarginalCost.Of(fetches, "when-all", ServerHosts.Kestrel) is { } marginal)
            records.Add(AtMost("kestrel-when-all-10000-marginal", marginal.Us, "µs", 20));
        return records;

        FetchMeasurement? Find(string server, string name) =>
            fetches.FirstOrDefault(fetch => fetch.Goal.Server == server && fetch.Goal.Name == name);

        void Add(string server, string name, double bound)
        {
            if (Find(server, name) is { } fetch)
                records.Add(AtLeast($"{server}-{name}-efficiency", fetch.Bound.TotalMilliseconds / fetch.MedianMs, "", bound));
        }
    }

    /// <summary>The extra cost of a request on WireMock.Net, compared with bare Kestrel in the same run.</summary>
    public static IReadOnlyList<CheckRecord> Of(IReadOnlyList<ServerFigures> servers)
    {
        ServerFigures wiremock = servers.First(one => one.Subject == new ServerSubject(ServerHosts.WireMock)),
            kestrel = servers.First(one => one.Subject == new ServerSubject(ServerHosts.Kestrel));
        return
        [
            AtMost("wiremock-request-above-kestrel", wiremock.RequestUs - kestrel.RequestUs, "µs", 8),
            AtMost("wiremock-bytes-above-kestrel", (wiremock.ServerBytes - kestrel.ServerBytes) / 1024, "KB a request", 9),
        ];
    }

    public static CheckRecord AtMost(string name, double value, string unit, double bound) =>
        CheckBound.AtMost(bound).Judge(name, value, unit, Quieter);

    public static CheckRecord AtLeast(string name, double value, string unit, double bound) =>
        CheckBound.AtLeast(bound).Judge(name, value, unit, Quieter);

    private static double PerRequestUs(FetchMeasurement fetch) => fetch.MedianMs * 1000 / fetch.Goal.Requests;
}

using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Results.Statistics;

namespace Benchmarks.Instrument.Servers;

/// <summary>
/// The overhead of a server, without the scenario's delays. Medians of measurements that all subjects take in turns, in a new order each
/// round.
/// </summary>
/// <param name="Subject">The server that was measured.</param>
/// <param name="RequestUs">Time of a request without latency, in a sequential loop, microseconds.</param>
/// <param name="ClientBytes">Managed bytes that the client allocated for each of these requests.</param>
/// <param name="ServerBytes">Managed bytes that the server's process allocated for each of these requests.</param>
/// <param name="LatencyErrorMs">Service time − offered latency in a fan-out, milliseconds.</param>
/// <param name="MakespanMs">Makespan of that fan-out, milliseconds.</param>
internal sealed record ServerFigures(
    ServerSubject Subject, double RequestUs, double ClientBytes, double ServerBytes, double LatencyErrorMs, double MakespanMs)
{
    public static async Task<IReadOnlyList<ServerFigures>> MeasureAsync(ServersDepth depth, IReadOnlyList<ServerSubject> subjects)
    {
        List<ServerFigures> oneByOne = await RoundsAsync(
            depth, subjects, new SequentialAwait(), depth.Requests, latencyMs: 0, turns => OneByOne(turns, depth));
        List<(double Error, double Makespan)> atOnce = await RoundsAsync(
            depth,
            subjects,
            new WhenAll(),
            ServersDepth.Width,
            ServersDepth.OfferedMs,
            turns => (Median(turns.Service) - ServersDepth.OfferedMs, Median(turns.Milliseconds)));
        return [.. oneByOne.Zip(atOnce, (figures, wide) => figures with { LatencyErrorMs = wide.Error, MakespanMs = wide.Makespan })];

        static ServerFigures OneByOne(ServerTurns turns, ServersDepth depth) => new(
            turns.Subject,
            Median(turns.Milliseconds) * 1000 / depth.Requests,
            Median(turns.Bytes.Select(one => one.Client)),
            Median(turns.Bytes.Select(one => one.Server)),
            LatencyErrorMs: 0,
            MakespanMs: 0);
    }

    private static async Task<List<T>> RoundsAsync<T>(
        ServersDepth depth,
        IReadOnlyList<ServerSubject> subjects,
        IFetchStrategy strategy,
        int requests,
        double latencyMs,
        Func<ServerTurns, T> figure)
    {
        List<ServerTurns> all = [];
        try
        {
            foreach (ServerSubject subject in subjects)
                all.Add(await ServerTurns.StartAsync(subject, strategy, requests, latencyMs));
            var order = new Random(1);
            for (int round = -depth.Warmups; round < depth.Operations; round++)
            {
                ServerTurns[] drawn = [.. all];
                order.Shuffle(drawn);
                foreach (ServerTurns one in drawn)
                    await one.TakeAsync(keep: round >= 0);
            }

            return [.. all.Select(figure)];
        }
        finally
        {
            foreach (ServerTurns one in all)
                await one.DisposeAsync();
        }
    }

    private static double Median(IEnumerable<double> values) => SampleStatistics.Median([.. values])!.Value;
}

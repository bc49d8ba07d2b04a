using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Instrument.Limits;

/// <summary>Fan-outs from 1 to 10,000 requests.</summary>
/// <param name="Server">The kind of server.</param>
/// <param name="Points">One measurement for each width.</param>
/// <param name="WaitingBytes">By width: the client's live bytes for each request while all wait.</param>
internal sealed record ScalingSweep(
    string Strategy, string Server, IReadOnlyList<FetchMeasurement> Points, IReadOnlyDictionary<int, double> WaitingBytes)
{
    private const double OfferedMs = 57.3;
    private static readonly int[] s_widths = [1, 10, 100, 1_000, 10_000];

    /// <param name="known">Measurements that need not be made again: those with the name and the server of a point.</param>
    public static async Task<IReadOnlyList<ScalingSweep>> MeasureAsync(string server, IReadOnlyList<FetchMeasurement> known) =>
        [await MeasureAsync(new WhenAll(), server, known), await MeasureAsync(new SemaphoreSlimBounded(), server, known)];

    private static async Task<ScalingSweep> MeasureAsync(IFetchStrategy strategy, string server, IReadOnlyList<FetchMeasurement> known)
    {
        List<FetchMeasurement> points = [];
        var waiting = new Dictionary<int, double>();
        foreach (int width in s_widths)
        {
            var goal = new FetchGoal($"{strategy.Descriptor.Id}-{width}", strategy, width, OfferedMs, Warmups: 3, Iterations: 5)
            {
                Server = server,
            };
            points.Add(known.FirstOrDefault(one => one.Goal.Name == goal.Name && one.Goal.Server == server)
                ?? await FetchMeasurement.RunAsync(goal));
            waiting[width] = await RequestMemory.BytesPerRequestAsync(strategy, width, server);
        }

        return new ScalingSweep(strategy.Descriptor.Id, server, points, waiting);
    }
}

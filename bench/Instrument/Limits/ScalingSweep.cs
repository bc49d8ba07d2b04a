using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Results.Statistics;

namespace Benchmarks.Instrument.Limits;

/// <summary>Fan-outs from 1 to 10,000 requests, and the straight line through their times.</summary>
/// <param name="Points">One measurement for each width.</param>
/// <param name="WaitingBytes">By width: the client's live bytes for each request while all wait.</param>
/// <param name="Growth">Median makespan in milliseconds by width, from 100 requests on: a least-squares line. Its slope is the cost of one
/// more request.</param>
internal sealed record ScalingSweep(
    string Strategy,
    IReadOnlyList<FetchMeasurement> Points,
    IReadOnlyDictionary<int, double> WaitingBytes,
    (double InterceptMs, double SlopeMs) Growth)
{
    private const double OfferedMs = 57.3;
    private const int FirstFitted = 100;
    private static readonly int[] s_widths = [1, 10, 100, 1_000, 10_000];

    public static async Task<IReadOnlyList<ScalingSweep>> MeasureAsync(string server) =>
        [await MeasureAsync(new WhenAll(), server), await MeasureAsync(new SemaphoreSlimBounded(), server)];

    private static async Task<ScalingSweep> MeasureAsync(IFetchStrategy strategy, string server)
    {
        List<FetchMeasurement> points = [];
        var waiting = new Dictionary<int, double>();
        foreach (int width in s_widths)
        {
            var goal = new FetchGoal($"{strategy.Descriptor.Id}-{width}", strategy, width, OfferedMs, Warmups: 3, Iterations: 5)
            {
                Server = server,
            };
            points.Add(await FetchMeasurement.RunAsync(goal));
            waiting[width] = await RequestMemory.BytesPerRequestAsync(strategy, width, server);
        }

        FetchMeasurement[] fitted = [.. points.Where(point => point.Goal.Requests >= FirstFitted)];
        return new ScalingSweep(
            strategy.Descriptor.Id,
            points,
            waiting,
            StraightLine.Through([.. fitted.Select(point => (double)point.Goal.Requests)], [.. fitted.Select(point => point.MedianMs)]));
    }
}

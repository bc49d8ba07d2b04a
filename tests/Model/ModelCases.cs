using Fixtures.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Tests.Model;

/// <summary>A scenario and a schedule, as FsCheck draws them.</summary>
public sealed record ModelCase(Scenario Scenario, Schedule Schedule)
{
    public int Count => Scenario.Requests.Count;

    public int Capacity => Scenario.Capacity ?? int.MaxValue;

    public int Places => Math.Min(Math.Min(Schedule.Limit, Schedule.ConnectionLimit * Streams ?? int.MaxValue), Count);

    private int Streams => Schedule.Connections == Connections.Shared ? Schedule.StreamsPerConnection : 1;

    public TimeSpan Bound => Fixtures.Model.Bound.Of(Scenario, Schedule);

    public TimeSpan Predicted => Prediction.Of(Scenario, Schedule);
}

internal static class ModelCases
{
    private const int Cases = 500;

    /// <summary>Small numbers, so that limits meet and divide each other often.</summary>
    private static readonly Gen<ModelCase> s_any =
        from count in Gen.Choose(1, 40)
        from latency in Latency
        from seed in Gen.Choose(1, 1_000_000)
        from connectMs in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 50))
        from capacity in Optional(Gen.Choose(1, 12))
        from limit in Gen.OneOf(Gen.Constant(1), Gen.Choose(2, 12), Gen.Choose(30, 50), Gen.Constant(int.MaxValue))
        from connectionLimit in Optional(Gen.Choose(1, 12))
        from streams in Gen.OneOf(Gen.Constant(1), Gen.Choose(2, 6))
        from refill in Gen.Elements(Refill.SlidingWindow, Refill.Waves)
        from connections in Gen.Elements(Connections.Shared, Connections.PerRequest)
        from warm in Gen.Elements(true, false)
        select new ModelCase(
            new Scenario(
                "x",
                "x",
                new RequestPlan("/{n}", 1, count),
                new JsonPayload(64),
                latency,
                (ulong)seed,
                TimeSpan.FromMilliseconds(connectMs))
            {
                Capacity = capacity,
            },
            new Schedule(limit, refill, connections)
            {
                ConnectionLimit = connectionLimit,
                StreamsPerConnection = streams,
                WarmPool = warm,
            });

    private static Gen<LatencyDistribution> Latency =>
        from low in Gen.Choose(0, 100)
        from more in Gen.Choose(0, 300)
        from percent in Gen.Choose(0, 100)
        from latency in Gen.Elements<LatencyDistribution>(
            new FixedLatency(Ms(low)),
            new UniformLatency(Ms(low), Ms(low + more)),
            new LogNormalLatency(Ms(low), percent / 50.0),
            new BimodalLatency(Ms(low), Ms(low + more), percent))
        select latency;

    /// <summary>Checks 500 cases that fit; the failing one is printed. Seeded: each run draws the same.</summary>
    public static void Hold(Func<ModelCase, bool> property, Func<ModelCase, ModelCase?>? shape = null)
    {
        Gen<ModelCase> cases = shape is null ? s_any : s_any.Select(shape).Where(c => c is not null).Select(c => c!);
        Prop.ForAll(Arb.From(cases), property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20_240_229, 1).WithQuietOnSuccess(true));
    }

    private static Gen<int?> Optional(Gen<int> number) => Gen.OneOf(Gen.Constant((int?)null), number.Select(n => (int?)n));

    private static TimeSpan Ms(int ms) => TimeSpan.FromMilliseconds(ms);
}

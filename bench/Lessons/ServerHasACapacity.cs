using System.Globalization;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.ScenarioFiles;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 9: two limits decide how fast a fan-out is: the server's capacity and the client's pool.</summary>
public sealed class ServerHasACapacity : ILesson
{
    private const int Requests = 150;

    /// <summary>Connections that Python's httpx, the article's client, opens at the most by default.</summary>
    private const int Pool = 100;

    /// <summary>
    /// Up to this number of rounds, the time is so short that the processor time of 150 requests would be a large part of it. So their
    /// latency is longer.
    /// </summary>
    private const int FewRounds = 3;

    /// <summary>A server has no capacity of 5.6, but it has one of 56. So it gets ten times as many requests.</summary>
    private const int Tenfold = 10;

    private static readonly int?[] s_capacities = [5, 6, 15, 50, null];

    public int Number => 9;

    public string Title => "The server has a capacity";

    public string Question => "Article B started 150 requests at once. Why was that 5.6 times as fast, and not 150 times?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CurveAsync(run, s_capacities, articlesShare: 1);

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CurveAsync(run, [2, 3, 5, 6, 15], articlesShare: 0.4);

    /// <param name="run">How to measure.</param>
    /// <param name="built">Gives the real capacity of the server for each stated capacity.</param>
    /// <param name="articlesShare">The real capacity / the stated one, for the server that takes the article's time.</param>
    private async Task<LessonResult> CurveAsync(LessonRun run, int?[] built, double articlesShare)
    {
        (double loopMs, double articleMs) = (ArticleMs("sequential-await"), ArticleMs("when-all"));
        double articleScale = run.Pick(1, 0.05);

        List<LessonClaim> claims = [];
        List<LessonObservation> speedups = [];
        foreach ((int? capacity, int? real) in s_capacities.Zip(built))
        {
            double rounds = Math.Ceiling((double)Requests / Math.Min(capacity ?? int.MaxValue, Pool));
            double scale = rounds <= FewRounds ? 4 * articleScale : articleScale;
            double latencyMs = scale * loopMs / Requests;
            double ms = await FanOutMsAsync(run, Requests, real, latencyMs);
            string name = capacity is { } k ? string.Create(CultureInfo.InvariantCulture, $"capacity-{k}") : "capacity-unlimited";
            claims.Add(new LessonClaim(Number, name, "ceil(N / min(k, pool)) · L", rounds * latencyMs, ms, "ms", Regimes.Warm));
            speedups.Add(new LessonObservation($"{name}: speedup over the loop, sum L / measured", scale * loopMs / ms, "", Regimes.Warm));
        }

        int capacityOfTenfold = (int)Math.Round(Tenfold * articlesShare * loopMs / articleMs);
        double tenfoldMs = await FanOutMsAsync(run, Tenfold * Requests, capacityOfTenfold, articleScale * loopMs / Requests);
        claims.Add(new LessonClaim(
            Number, "capacity-with-the-articles-time", "article B: 1.54 s", articleScale * articleMs, tenfoldMs, "ms", Regimes.Warm));
        speedups.Add(new LessonObservation(
            "capacity-with-the-articles-time: k, sum L / measured", articleScale * loopMs / tenfoldMs, "at once", Regimes.Warm));
        return new LessonResult(claims) { Observations = speedups };
    }

    private static async Task<double> FanOutMsAsync(LessonRun run, int requests, int? capacity, double latencyMs)
    {
        var scenario = new LessonScenario(requests, LessonScenario.Fixed(latencyMs)) { Capacity = capacity };
        await using ScratchServer server = await run.ServeAsync(scenario);
        return await run.MedianMsAsync(server, new MaxConnectionsPerServer(Pool));
    }

    private static double ArticleMs(string strategy) => 1000 * ScenarioCatalog.BuiltIn["pokeapi"].ArticleSeconds[strategy];
}

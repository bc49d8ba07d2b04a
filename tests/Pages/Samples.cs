using Results.Records;

namespace Tests.Pages;

/// <summary>Runs as the suite would record them, made up but plausible; every golden situation starts from one.</summary>
internal static class Samples
{
    public static RunRecord Run(params IReadOnlyList<CaseRecord> cases) => new()
    {
        Schema = RunRecord.CurrentSchema,
        Complete = true,
        StartedAt = new DateTimeOffset(2025, 11, 3, 14, 5, 9, TimeSpan.FromHours(1)),
        Host = new("Example CPU @ 2.40GHz", 2, "Debian GNU/Linux 12", ".NET 10.0.12", "kestrel", "ppoll"),
        Source = new("0123456789abcdef0123456789abcdef01234567", false, "fedcba9876543210fedcba9876543210", "0.14.0", "0.3.17"),
        Profile = "standard",
        Scale = 0.1,
        Hosting = "shared",
        Priorities = new(0, 0),
        Scenarios = [Baidu, Pokeapi],
        Planned = [.. cases.Select(c => c.Case).Distinct()],
        Cases = cases,
    };

    /// <summary>The eight cases of the standard profile.</summary>
    public static RunRecord Standard() => Run(
        Case("Baidu", "SequentialSyncNewClient", 200, 1690, 1660, 16.6) with { Baseline = true, AllocatedBytes = 200 * 31_000 },
        Case("Baidu", "SequentialSync", 200, 1135, 1102.8),
        Case("Baidu", "SequentialAwait", 200, 1134, 1102.8),
        Case("Baidu", "WhenAll", 200, 13.9, 8.3, 4.5),
        Case("PokeApi", "SequentialSync", 150, 886, 859.5, 10) with { Baseline = true },
        Case("PokeApi", "SequentialAwait", 150, 886.2, 859.5, 8.6),
        Case("PokeApi", "WhenAll", 150, 11.2, 5.73, 1.54),
        Case("PokeApi", "Single", 1, 5.94, 5.73));

    /// <summary>The same iterations as measured in five rounds. The last launch has what is measured once.</summary>
    public static RunRecord InRounds(RunRecord run) => run with
    {
        Rounds = new RoundsRecord(Rounds, 7),
        Cases =
        [
            .. Enumerable.Range(1, Rounds).SelectMany(round => run.Cases.Select((c, number) => c with
            {
                Launch = round,
                StartedAt = run.StartedAt.AddSeconds(round),
                // each case has other iterations in a round, so that equal cases have noise between them
                IterationsNs = [.. c.IterationsNs.Where((_, i) => (i + (3 * number)) % Rounds == round - 1)],
                AllocatedBytes = round == Rounds ? c.AllocatedBytes : null,
                Telemetry = round == Rounds ? c.Telemetry : [],
            })),
        ],
    };

    private const int Rounds = 5;

    public static ScenarioRecord Baidu { get; } = new("baidu", "200 × a small home page", new Dictionary<string, string>
    {
        ["count"] = "200",
        ["latency"] = "fixed 5.5 ms",
        ["connect delay"] = "2.8 ms",
        ["payload"] = "home-page",
        ["seed"] = "1",
    })
    {
        Note = "The article's 16.6 s / 200 = 83 ms is a request on a new connection; 28 ms connect delay + 55 ms latency is an assumption.",
    };

    public static ScenarioRecord Pokeapi { get; } = new("pokeapi", "150 × JSON, names in order", new Dictionary<string, string>
    {
        ["count"] = "150",
        ["latency"] = "fixed 5.73 ms",
        ["payload"] = "pokemon small",
        ["seed"] = "1",
    });

    /// <summary>Ten iterations around <paramref name="ms"/>, spread over ±0.5 %.</summary>
    public static CaseRecord Case(string type, string method, int requests, double ms, double boundMs, double? article = null) => new()
    {
        Case = $"Benchmarks.Macro.{type}.{method}",
        Scenario = type.ToLowerInvariant(),
        Strategy = StrategyId(method),
        Regime = "warm pool",
        Requests = requests,
        IterationsNs = [.. Enumerable.Range(0, 10).Select(i => Math.Round(ms * 1e6 * (1 + ((i * 7 % 10) - 4.5) / 900)))],
        AllocatedBytes = requests * 4_916,
        BoundNs = boundMs * 1e6,
        PredictedNs = boundMs * 1e6,
        ArticleSeconds = article,
    };

    public static CaseRecord Micro(string method, params double[] iterationsNs) => new()
    {
        Case = $"Benchmarks.Micro.JsonParsing.{method}",
        Scenario = "",
        Strategy = "",
        Regime = "warm pool",
        Requests = 0,
        IterationsNs = iterationsNs,
    };

    private static string StrategyId(string method) =>
        string.Concat(method.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

namespace Benchmarks.Measurement;

/// <summary>What the two articles about Python's httpx measured for the same work, in seconds.</summary>
public static class ArticleFigures
{
    private static readonly Dictionary<(string Scenario, string Strategy), double> s_seconds = new()
    {
        // Article A: 200 calls; its synchronous loop makes a new client for every call.
        [("baidu", "sequential-sync-new-client")] = 16.6,
        [("baidu", "when-all")] = 4.5,
        // Article B: 150 Pokémon over one client.
        [("pokeapi", "sequential-sync")] = 10,
        [("pokeapi", "sequential-await")] = 8.6,
        [("pokeapi", "when-all")] = 1.54,
    };

    /// <summary>The article's figure; null where it has none.</summary>
    public static double? Seconds(string scenario, string strategy) =>
        s_seconds.TryGetValue((scenario, strategy), out double seconds) ? seconds : null;
}

namespace BenchGate.Launchers;

/// <summary>
/// The settings of each launch, and BenchmarkDotNet's options for them. One process measures briefly, because many processes say more
/// than one long process: the noise between processes is larger than the noise within one.
/// </summary>
internal static class LaunchSettings
{
    /// <summary>Six warm-ups: with fewer, more launches measured code that was not optimised yet.</summary>
    public static IReadOnlyList<(string Name, string Option, string Value)> Of { get; } =
    [
        ("LaunchCount", "--launchCount", "1"),
        ("WarmupCount", "--warmupCount", "6"),
        ("IterationCount", "--iterationCount", "5"),
        ("IterationTime", "--iterationTime", "50"),
    ];

    /// <summary>
    /// Arguments for a program of BenchmarkDotNet: run each chosen benchmark once, and keep the programs that it generates.
    /// </summary>
    /// <param name="filter">Patterns of full names; empty means all.</param>
    /// <param name="artifacts">The folder for the log.</param>
    public static IReadOnlyList<string> Arguments(IReadOnlyList<string> filter, string artifacts) =>
    [
        "--filter", .. filter.DefaultIfEmpty("*"),
        "--keepFiles", "--memory", "--artifacts", artifacts,
        .. Of.SelectMany(setting => new[] { setting.Option, setting.Value }),
    ];
}

namespace Benchmarks.Micro;

/// <summary>
/// The micro-benchmarks that the regression gate measures when it is not told otherwise: quick, steady, and each the core of what it stands
/// for.
/// </summary>
public static class GateCases
{
    /// <summary>Full names, as <c>measure --cases</c> takes them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Benchmarks.Micro.StateMachineBenchmarks.Suspended",
        "Benchmarks.Micro.WhenAllBenchmarks.WhenAll(Tasks: 150)",
        "Benchmarks.Micro.JsonNameBenchmarks.SourceGenerated(Body: Small)",
    ];
}

namespace Benchmarks.Micro;

/// <summary>
/// The micro-benchmarks that the regression gate measures by default. They are quick and stable, and each one represents its
/// group.
/// </summary>
public static class GateCases
{
    /// <summary>Full names, for <c>measure --cases</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Benchmarks.Micro.AsyncResultBenchmarks.ReturnsTask(Waits: False)",
        "Benchmarks.Micro.WhenAllBenchmarks.WhenAll(Tasks: 150)",
        "Benchmarks.Micro.JsonNameBenchmarks.SourceGenerated(Body: Small)",
    ];
}

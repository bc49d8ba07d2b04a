using Benchmarks.Reliability.Soak;

namespace Benchmarks.Reliability;

/// <summary>What <c>reliability</c> runs, in this order.</summary>
internal static class ReliabilityParts
{
    public static IReadOnlyList<IReliabilityPart> All { get; } = [new SoakPart()];
}

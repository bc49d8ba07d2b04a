using Benchmarks.Instrument.Checks;
using Benchmarks.Reliability.Soak;
using Results.Records;

namespace Benchmarks.Reliability;

/// <summary>What <c>reliability</c> runs, in this order, each at its published size.</summary>
internal static class ReliabilityParts
{
    private const int Seed = 2026;

    public static IReadOnlyList<IReliabilityPart> All { get; } =
    [
        new SoakPart(),
        new Part("faults", "100 requests by every strategy, most of them spoilt: about a minute", () => FaultAccounting.RunAsync()),
        new Part("interruptions", "40 runs ended by a signal and gone on with, and 9 gates, lessons and limits ended: about 9 minutes", () => InterruptionTrials.RunAsync(40, Seed, Console.Error)),
        new Part("fuzz", "2,000 inputs of each kind, 500 more through the program: about 5 minutes", () => FuzzTrials.RunAsync(2_000, 500, Seed, Console.Error)),
    ];

    /// <summary>Ctrl-C ends the process between two inputs, so these need no token.</summary>
    private sealed record Part(string Name, string Text, Func<Task<IReadOnlyList<CheckRecord>>> Run) : IReliabilityPart
    {
        public Task<IReadOnlyList<CheckRecord>> RunAsync(CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            return Run();
        }
    }
}

using System.Collections.Concurrent;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>How often simulated runs give an alarm, and how often they find an injected change. They use the gate's own rules.</summary>
/// <param name="RunsUnchanged">Runs without any change, for each noise and spread.</param>
/// <param name="RunsChanged">Runs with a change in one of their cases, for each noise, spread, number of pairs and effect.</param>
public sealed record SimulatedCalibration(int RunsUnchanged = 2000, int RunsChanged = 200)
{
    public static IReadOnlyList<double> Spreads { get; } = [0.01, 0.08];

    public static IReadOnlyList<int> PairCounts { get; } = [6, 10, 15, 20, 30];

    public static IReadOnlyList<double> Effects { get; } = [0.03, 0.05, 0.06, 0.07, 0.08, 0.10, 0.15, 0.25];

    /// <summary>The number of pairs for the goals.</summary>
    public const int GoalPairs = 20;

    /// <summary>Noise between launches for a run that is too noisy to show any change; a share.</summary>
    public const double RoughLaunches = 0.15;

    /// <summary>All cells. The same seeds give the same figures, on any number of cores.</summary>
    public IReadOnlyList<SimulatedCell> Run(GateRules rules, CancellationToken stop = default)
    {
        var plan = Plan().ToList();
        var cells = new ConcurrentDictionary<int, SimulatedCell>();
        Parallel.For(0, plan.Count, new ParallelOptions { CancellationToken = stop }, i =>
            cells[i] = Measure(plan[i].Gate, plan[i].Effect, plan[i].Runs, i * 1_000_003, rules, stop));
        return [.. Enumerable.Range(0, plan.Count).Select(i => cells[i])];
    }

    private IEnumerable<(SimulatedGate Gate, double Effect, int Runs)> Plan()
    {
        foreach (NoiseShape noise in NoiseShape.All)
        {
            foreach (double spread in Spreads)
            {
                yield return (new(noise, spread, GoalPairs), 0, RunsUnchanged);
                foreach (int pairs in PairCounts)
                {
                    foreach (double effect in Effects)
                        yield return (new(noise, spread, pairs), effect, RunsChanged);
                }
            }

            yield return (new(noise, Spreads[^1], GoalPairs) { BetweenLaunches = RoughLaunches }, 0, RunsUnchanged);
        }
    }

    private static SimulatedCell Measure(
        SimulatedGate gate, double effect, int runs, int firstSeed, GateRules rules, CancellationToken stop)
    {
        (int alarms, int found, List<double> visible) = (0, 0, new List<double>(runs));
        for (int i = 0; i < runs; i++)
        {
            stop.ThrowIfCancellationRequested();
            IReadOnlyList<CaseVerdict> cases = PairedGate.Decide(gate.Draw(effect, unchecked(firstSeed + i)), rules).Cases;
            alarms += cases.Any(one => one.Verdict == Verdict.Slower && (effect == 0 || one.Case != SimulatedGate.Planted)) ? 1 : 0;
            found += cases[0].Verdict == Verdict.Slower ? 1 : 0;
            visible.AddRange(cases[0].SmallestVisible is { } smallest ? [smallest] : []);
        }

        return new(gate, effect, new(alarms, runs), new(found, runs), visible.Count == 0 ? null : visible.Average());
    }
}

/// <summary>Many runs of one kind.</summary>
/// <param name="Effect">The injected change of the first case; 0 for none.</param>
/// <param name="Alarms">Runs that called an unchanged case slower.</param>
/// <param name="Found">Runs that called the changed case slower.</param>
/// <param name="PredictedVisible">The mean of the smallest change that the runs said they could find; null if they could find
/// none.</param>
public sealed record SimulatedCell(SimulatedGate Gate, double Effect, Proportion Alarms, Proportion Found, double? PredictedVisible);

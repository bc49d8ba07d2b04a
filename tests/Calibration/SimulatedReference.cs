using Results.Gate;
using Results.History;
using Results.Records;
using Tests.Statistics;

namespace Tests.Calibration;

/// <summary>
/// Simulates <c>gate --reference</c>: kept runs of a machine, the last of which is the reference, and a run to judge. The noise is between
/// runs, separate for each case. The run is measured long after the kept ones, so that it is not correlated with them: this is the worst
/// case, because a run that is measured soon is like them.
/// </summary>
/// <param name="Noise">Standard deviation of a run, as a share.</param>
/// <param name="Correlation">Of a run with the run before.</param>
/// <param name="Kept">Kept runs; at least 1.</param>
/// <param name="HeavyTailed">Whether a run is now and then far outside, instead of normal.</param>
public sealed record SimulatedReference(double Noise, double Correlation, int Kept, bool HeavyTailed = false)
{
    /// <summary>Cases of one run.</summary>
    public const int Cases = 11;

    /// <summary>The change of the first case in the runs that must be found: 7 % slower.</summary>
    public const double Change = 0.07;

    private const double TypicalNs = 50_000_000;

    /// <summary>The cells of a page: noise and correlation by kept runs, then heavy tails.</summary>
    public static IReadOnlyList<SimulatedReference> Cells { get; } =
    [
        .. from kept in new[] { 5, 10, 20, 40 }
           from correlation in new[] { 0, 0.3, 0.6 }
           from noise in new[] { 0.01, 0.02, 0.04, 0.08 }
           select new SimulatedReference(noise, correlation, kept),
        .. from kept in new[] { 10, 20, 40 }
           from noise in new[] { 0.01, 0.02, 0.04, 0.08 }
           select new SimulatedReference(noise, 0, kept, HeavyTailed: true),
    ];

    /// <summary>A row for each of the <see cref="Cells"/>. The same seeds give the same figures, on any number of cores.</summary>
    /// <param name="unchanged">Runs without a change, for each row.</param>
    /// <param name="changed">Runs with the change, for each row.</param>
    internal static IReadOnlyList<SimulatedReferenceRow> Rows(
        int unchanged, int changed, GateRules rules, KeptFigures kept, CancellationToken stop = default) =>
    [
        .. Cells.Select((cell, i) => (Cell: cell, Number: i)).AsParallel().AsOrdered().WithCancellation(stop).Select(one =>
        {
            double[] seen = kept.Of(
                ("reference", one.Number),
                () => [one.Cell.Alarms(unchanged, rules).Seen, one.Cell.Found(changed, rules).Seen]);
            return new SimulatedReferenceRow(one.Cell, new((int)seen[0], unchanged), new((int)seen[1], changed));
        }),
    ];

    /// <summary>How many runs without a change end with exit code 1.</summary>
    public Proportion Alarms(int runs, GateRules rules) => new(
        Enumerable.Range(0, runs).Count(seed => Decide(0, seed, rules).ExitCode == GateExitCodes.Regression), runs);

    /// <summary>How many runs with the change call its case slower.</summary>
    public Proportion Found(int runs, GateRules rules) => new(
        Enumerable.Range(0, runs).Count(seed => Decide(Change, ~seed, rules).Cases[0].Verdict == Verdict.Slower), runs);

    /// <summary>The decision on a run whose first case is slower by <paramref name="effect"/> (0.1 is 10 %).</summary>
    public GateDecision Decide(double effect, int seed, GateRules rules)
    {
        var random = new Random(seed);
        Func<Random, double> draw = HeavyTailed ? Autoregression.HeavyTailed : Autoregression.Standard;
        double[][] cases = [.. Enumerable.Range(0, Cases).Select(_ => Autoregression.Series(random, Kept, Correlation, draw))];
        double[][] keptNs = [.. Enumerable.Range(0, Kept).Select(run => cases.Select(series => NsOf(series[run])).ToArray())];
        RunRecord reference = Run(Kept - 1, keptNs[^1]);
        IReadOnlyDictionary<string, string> identity = RunIdentity.Of(reference);
        double[] judged = [.. cases.Select(_ => NsOf(draw(random)))];
        judged[0] *= 1 + effect;
        HistoryEntry[] kept = [.. keptNs.Select((mediansNs, day) => Entry(day, identity, mediansNs))];
        return ReferenceGate.Decide(new("reference", reference), new("candidate", Run(Kept, judged)), kept, GateMetric.Time, rules);
    }

    private double NsOf(double deviation) => TypicalNs * Math.Exp(Noise * deviation);

    private static HistoryEntry Entry(int day, IReadOnlyDictionary<string, string> identity, double[] mediansNs) => new()
    {
        StartedAt = DateTimeOffset.UnixEpoch.AddDays(day),
        Commit = null,
        SourceHash = "simulated",
        Identity = identity,
        Cases = [.. mediansNs.Select((ns, i) => new HistoryCase(Id(i), Regimes.Warm, "simulated", ns, null, null))],
    };

    private static string Id(int i) => $"Simulated.Case{i:D2}";

    // Ten iterations around the run's time, within 2 %: a rule that compares them sees the noise between runs as a change.
    private static RunRecord Run(int day, double[] mediansNs) => new()
    {
        Schema = RunRecord.CurrentSchema,
        Complete = true,
        StartedAt = DateTimeOffset.UnixEpoch.AddDays(day),
        Host = new("simulated", 2, "simulated", "simulated", "simulated", "simulated"),
        Source = new(null, null, "simulated", "simulated", "simulated"),
        Profile = "simulated",
        Scale = 1,
        Hosting = "simulated",
        Scenarios = [],
        Planned = [.. mediansNs.Select((_, i) => Id(i))],
        Cases =
        [
            .. mediansNs.Select((ns, i) => new CaseRecord
            {
                Case = Id(i),
                Scenario = "simulated",
                Strategy = "simulated",
                Regime = Regimes.Warm,
                Requests = 1,
                IterationsNs = [.. Enumerable.Range(0, 10).Select(iteration => ns * (1 + ((iteration - 4.5) / 225)))],
            }),
        ],
    };
}

/// <summary>Many runs of one kind.</summary>
/// <param name="Alarms">Runs without a change that ended with exit code 1.</param>
/// <param name="Found">Runs with the change that called its case slower.</param>
public sealed record SimulatedReferenceRow(SimulatedReference Cell, Proportion Alarms, Proportion Found);

using Results.Gate;
using Results.Records;

namespace Tests.Calibration;

/// <summary>
/// Simulates the measurements of a gate. Noise: 3 % between iterations; 2 % for each launch of a case, which pairing cannot cancel; and a
/// level of the machine that differs between runs.
/// </summary>
/// <param name="BetweenRuns">Standard deviation of the machine's level, as a share.</param>
/// <param name="Cases">Cases of one run, each with separate noise.</param>
public sealed record SimulatedGate(NoiseShape Noise, double BetweenRuns, int Pairs, int Cases = 20, int Iterations = 5)
{
    public const double BetweenIterations = 0.03;

    /// <summary>Standard deviation of a launch's level, as a share.</summary>
    public double BetweenLaunches { get; init; } = 0.02;

    private const double TypicalNs = 50_000_000;

    /// <summary>The case with the injected change.</summary>
    public const string Planted = "Simulated.Case00";

    private static readonly HostFingerprint s_host = new("simulated", 2, "simulated", "simulated", "simulated", "simulated");

    /// <summary>A run whose first case is slower on the head's side by <paramref name="effect"/> (0.1 is 10 %).</summary>
    public GateRun Draw(double effect, int seed)
    {
        var random = new Random(seed);
        IReadOnlyList<bool> order = PairOrder.Draw(Pairs, random);
        string[] ids = [.. Enumerable.Range(0, Cases).Select(i => $"Simulated.Case{i:D2}")];
        return new()
        {
            Complete = true,
            StartedAt = DateTimeOffset.UnixEpoch,
            Host = s_host,
            Profile = "simulated",
            Seed = seed,
            PlannedPairs = Pairs,
            Base = new("base", null, null, "base", "simulated", ids),
            Head = new("head", null, null, "head", "simulated", ids),
            Cases = [.. ids.Select(id => new GateCase
            {
                Case = id, Scenario = "simulated", Strategy = "simulated", Pairs = DrawPairs(id == Planted ? effect : 0, order, random),
            })],
        };
    }

    private List<GatePair> DrawPairs(double effect, IReadOnlyList<bool> headFirst, Random random)
    {
        double level = 1 + (BetweenRuns * NoiseShape.Standard(random));
        double launch = Noise.Draw(random);
        List<GatePair> pairs = [];
        for (int i = 0; i < headFirst.Count; i++)
        {
            double[] first = Launch();
            double[] second = Launch();
            (double[]? before, double[]? after) = headFirst[i] ? (second, first) : (first, second);
            pairs.Add(new($"pair {i}", headFirst[i], new(before), new([.. after.Select(ns => ns * (1 + effect))])));
        }

        return pairs;

        double[] Launch()
        {
            if (Noise.Drifts)
                level *= 1 + (BetweenRuns / Math.Sqrt(2 * headFirst.Count) * NoiseShape.Standard(random));
            launch = Next(launch, Noise.LaunchMemory, random);
            return DrawIterations(TypicalNs * level * (1 + (BetweenLaunches * launch)), random);
        }
    }

    private double[] DrawIterations(double levelNs, Random random)
    {
        double[] iterations = new double[Iterations];
        double deviation = Noise.Draw(random);
        for (int i = 0; i < Iterations; i++)
        {
            deviation = Next(deviation, Noise.IterationMemory, random);
            iterations[i] = levelNs * (1 + (BetweenIterations * deviation));
        }

        return iterations;
    }

    // A first-order autoregression of unit variance; without memory it is the next draw.
    private double Next(double before, double memory, Random random) =>
        (memory * before) + (Math.Sqrt(1 - (memory * memory)) * Noise.Draw(random));
}

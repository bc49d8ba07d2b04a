using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Results.Gate;
using Results.Records;
using Results.Statistics;

namespace Tests.Calibration;

/// <summary>
/// Simulates the measurements of a gate until its rule stops it. A launch is one process: what slows it down, slows all its cases. Times of
/// iterations differ by 3 %. Half of the launches allocate 2 % more in a case, as if a pool had no buffer left.
/// </summary>
/// <param name="Pairs">The most pairs.</param>
public sealed record SimulatedGate(SimulatedNoise Noise, int Pairs = 20, int Cases = 11)
{
    public const double BetweenIterations = 0.03;
    public const int Iterations = 5;
    private const int Spell = 3;
    private const double TypicalNs = 50_000_000, TypicalBytes = 720_000, PoolShare = 0.02;

    private static readonly HostFingerprint s_host = new("simulated", 2, "simulated", "simulated", "simulated", "simulated");

    /// <summary>A run whose first case is slower on the head's side by <paramref name="effect"/> (0.1 is 10 %).</summary>
    internal SimulatedEnd Run(double effect, int seed, GateRules rules)
    {
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        IReadOnlyList<bool> headFirst = PairOrder.Draw(Pairs, random);
        int spell = random.Next((2 * Pairs) - Spell + 1);
        double[] memory = [.. Enumerable.Range(0, Cases).Select(_ => Noise.Draw(random))];
        List<GatePair>[] pairs = [.. Enumerable.Range(0, Cases).Select(_ => new List<GatePair>())];
        foreach (Look look in Looks.Of(Pairs, rules))
        {
            while (pairs[0].Count < look.Pairs)
                AddPair();
            var judged = new PairedJudgement(RunOf(pairs, seed), rules);
            if (look.Pairs == Pairs || judged.WhyStop is not null)
                return new(look.Pairs, judged, rules);
        }

        throw new InvalidOperationException("the last look ends the run");

        void AddPair()
        {
            int pair = pairs[0].Count;
            GateLaunch[] first = Launch(2 * pair), second = Launch((2 * pair) + 1);
            (GateLaunch[] before, GateLaunch[] after) = headFirst[pair] ? (second, first) : (first, second);
            after[0] = after[0] with { IterationsNs = [.. after[0].IterationsNs.Select(ns => ns * (1 + effect))] };
            for (int i = 0; i < Cases; i++)
                pairs[i].Add(new($"{pair}", headFirst[pair], before[i], after[i]));
        }

        GateLaunch[] Launch(int number)
        {
            bool isSecond = number % 2 == 1;
            double level = (Noise.Drift * number / (2 * Pairs)) + (isSecond ? Noise.Second : 0)
                + (number >= spell && number < spell + Spell ? Noise.Spell : 0);
            return [.. Enumerable.Range(0, Cases).Select(i =>
            {
                // A first-order autoregression; without memory it is the next draw.
                memory[i] = (Noise.Memory * memory[i]) + (Math.Sqrt(1 - (Noise.Memory * Noise.Memory)) * Noise.Draw(random));
                double ns = TypicalNs * Math.Exp(level + memory[i]);
                double[] iterations = new double[Iterations];
                for (int j = 0; j < Iterations; j++)
                    iterations[j] = ns * Math.Exp(BetweenIterations * Normal.Sample(random, 0, 1));
                double more = (random.Next(2) * PoolShare) + (isSecond ? Noise.Second : 0);
                return new GateLaunch(iterations, (TypicalBytes * (1 + more)) + random.Next(1000));
            })];
        }
    }

    private GateRun RunOf(List<GatePair>[] pairs, int seed)
    {
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
            Cases =
            [
                .. ids.Select((id, i) => new GateCase { Case = id, Scenario = "simulated", Strategy = "simulated", Pairs = pairs[i] }),
            ],
        };
    }
}

/// <summary>How a simulated gate ended.</summary>
/// <param name="Pairs">Measured pairs.</param>
internal sealed record SimulatedEnd(int Pairs, PairedJudgement Judged, GateRules Rules)
{
    /// <summary>The first one has the injected change.</summary>
    public IReadOnlyList<CaseVerdict> Cases { get; } = Judged.Cases;

    /// <summary>The same, with what the run says it could have seen.</summary>
    public IReadOnlyList<CaseVerdict> Explained => Judged.ExplainedCases;

    public bool Found => Cases[0].Verdict == Verdict.Slower;

    public int ExitCode => RunOutcome.ExitCode(Cases, complete: true, Rules);
}

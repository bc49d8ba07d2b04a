using MathNet.Numerics.Distributions;

namespace Tests.Calibration;

/// <summary>
/// A machine without a change of the code: how its launches differ. All figures are natural logarithms, so 0.02 is about 2 %.
/// </summary>
/// <param name="Name">The name on the page.</param>
/// <param name="Draw">The deviation of one launch of one case.</param>
public sealed record SimulatedNoise(string Name, Func<Random, double> Draw)
{
    /// <summary>Correlation of a launch's deviation with the launch before; 0 for none.</summary>
    public double Memory { get; init; }

    /// <summary>How much slower the machine is at the end of the run than at its beginning, for all cases.</summary>
    public double Drift { get; init; }

    /// <summary>How much slower the second launch of each pair is, for all cases. It also allocates more.</summary>
    public double Second { get; init; }

    /// <summary>How much slower three launches in a row are, for all cases.</summary>
    public double Spell { get; init; }

    /// <summary>The machine that the goals for finding a change name.</summary>
    public static SimulatedNoise Usual { get; } = Normal(0.02);

    /// <summary>The same with a spell.</summary>
    public static SimulatedNoise UsualWithSpell { get; } = Usual with { Name = "normal 2 %, a spell", Spell = Math.Log(1.6) };

    /// <summary>A long tail upwards: the deviation of a launch's time is lognormal.</summary>
    public static SimulatedNoise Skewed(double share) => new(
        $"skewed {Percent(share)}",
        random => Math.Log(1 + (share * (Math.Exp(Standard(random)) - Math.Exp(0.5)) / Math.Sqrt((Math.E - 1) * Math.E))));

    public static IReadOnlyList<SimulatedNoise> All { get; } =
    [
        Normal(0.01),
        Usual,
        Normal(0.08),
        Normal(0.15),
        Skewed(0.06),
        Skewed(0.15),
        // Of Student's t distributions, the one with the longest tails; cut off where a launch would take 50 times as long.
        new("Cauchy-like 8 %", random => 0.08 * Math.Clamp(StudentT.Sample(random, 0, 1, 1), -50, 50)),
        Usual with { Name = "normal 2 %, drifting by 40 % during the run", Drift = Math.Log(1.4) },
        Normal(0.15) with { Name = "normal 15 %, autocorrelated 0.8", Memory = 0.8 },
        Usual with { Name = "normal 2 %, second launches 2 % slower", Second = 0.02 },
        Normal(0.12) with { Name = "normal 12 %, second launches 10 % slower", Second = 0.10 },
        Normal(0.12) with { Name = "normal 12 %, a spell", Spell = Math.Log(1.6) },
    ];

    private static SimulatedNoise Normal(double share) => new($"normal {Percent(share)}", random => share * Standard(random));

    private static double Standard(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);

    private static string Percent(double share) => FormattableString.Invariant($"{share * 100:F0} %");
}

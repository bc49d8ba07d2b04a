using MathNet.Numerics.Distributions;

namespace Tests.Calibration;

/// <summary>A kind of noise: how single deviations are distributed, and how they correlate.</summary>
/// <param name="Name">The name on the page.</param>
/// <param name="Draw">One deviation of mean 0 and standard deviation 1.</param>
/// <param name="LaunchMemory">Correlation of a launch's deviation with the launch before; 0 for none.</param>
/// <param name="IterationMemory">Correlation of an iteration's deviation with the one before.</param>
/// <param name="Drifts">Whether the machine's level changes during the run as much as between runs, instead of staying
/// constant.</param>
public sealed record NoiseShape(
    string Name, Func<Random, double> Draw, double LaunchMemory = 0, double IterationMemory = 0, bool Drifts = false)
{
    public static IReadOnlyList<NoiseShape> All { get; } =
    [
        new("normal", Standard),
        new("lognormal", LogNormalDraw),
        new("bimodal", Bimodal),
        new("drifting", Standard, Drifts: true),
        new("autocorrelated", Standard, LaunchMemory: 0.8, IterationMemory: 0.5),
    ];

    public static double Standard(Random random) => Normal.Sample(random, 0, 1);

    // exp(z), which is skewed and has a long tail, moved and scaled to mean 0 and deviation 1.
    private static double LogNormalDraw(Random random) =>
        (Math.Exp(Standard(random)) - Math.Exp(0.5)) / Math.Sqrt((Math.E - 1) * Math.E);

    // One in five is slow: the two modes are 2.4 deviations apart.
    private static double Bimodal(Random random) =>
        (random.NextDouble() < 0.2 ? 1.9 : -0.475) + (0.312 * Standard(random));
}

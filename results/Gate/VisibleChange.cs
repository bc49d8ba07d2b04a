using MathNet.Numerics.Distributions;
using Results.Statistics;

namespace Results.Gate;

/// <summary>
/// The smallest slow-down that a measurement in pairs finds with the power of the rules. It is found by simulation: the rule judges new
/// pairs, drawn from the noise of the measured ones (the smoothed bootstrap of Efron 1979, "Bootstrap Methods: Another Look at the
/// Jackknife").
/// </summary>
internal sealed class VisibleChange
{
    private const int Simulations = 400;
    private const int Digits = 4; // more than the simulations know

    // The time of a simulation grows with the square of the pairs. So the mean of several pairs stands for them from 40 on.
    private const int EnoughPairs = 20;

    private readonly int _together;
    private readonly Look[] _looks;
    private readonly IReadOnlyList<double> _criticals;
    private readonly GateRules _rules;

    /// <param name="noise">For each case of the run, the effects of its pairs without their estimate.</param>
    /// <param name="looks">As planned.</param>
    public VisibleChange(IReadOnlyList<double[]> noise, IReadOnlyList<Look> looks, GateRules rules)
    {
        _together = Math.Max(1, looks[^1].Pairs / EnoughPairs);
        _looks = [.. looks.Select(look => look with { Pairs = look.Pairs / _together })];
        _rules = rules;
        // A run that stopped early has fewer pairs than its last look. They stand for the missing ones, too.
        int[] pairs = [.. Enumerable.Range(0, _looks[^1].Pairs)];
        _criticals = JointFlips.Test([.. noise.Select(one => pairs.Select(i => one[i % one.Length]).ToArray())], _looks).Criticals;
    }

    /// <summary>The bounded sum that a case must exceed at the last look; infinite if none can.</summary>
    public double LastCritical => _criticals[^1];

    /// <summary>0.1 is 10 %; null if even a large slow-down would not be found.</summary>
    /// <param name="noise">Of one case.</param>
    /// <param name="margin">Of this case, as a logarithm.</param>
    public double? Of(double[] noise, double margin)
    {
        var random = new Random(1);
        double[] found = new double[Simulations];
        for (int i = 0; i < Simulations; i++)
            found[i] = SmallestFound(Draw(noise, random), margin);
        Array.Sort(found);
        double visible = found[(int)Math.Ceiling(_rules.Power * Simulations) - 1];
        return double.IsFinite(visible) ? Math.Round(Math.Exp(visible) - 1, Digits) : null;
    }

    /// <summary>
    /// New pairs. Their signs are drawn, because a coin decides the order of a pair. A little normal noise is added: a few pairs have not
    /// shown the largest differences, and their estimate was chosen to fit them.
    /// </summary>
    private double[] Draw(double[] noise, Random random)
    {
        double smooth = Math.Sqrt(noise.Sum(one => one * one)) / noise.Length;
        double[] drawn = new double[_looks[^1].Pairs];
        for (int i = 0; i < drawn.Length; i++)
        {
            for (int j = 0; j < _together; j++)
            {
                double one = noise[random.Next(noise.Length)];
                drawn[i] += ((random.Next(2) == 0 ? one : -one) + Normal.Sample(random, 0, smooth)) / _together;
            }
        }

        return drawn;
    }

    /// <summary>
    /// The smallest effect that is called slower if it is added to all pairs. The run must not stop before because its upper limit lies
    /// below the margin. The other cases would let it stop.
    /// </summary>
    private double SmallestFound(double[] pairs, double margin)
    {
        (double smallest, double goesOn) = (double.PositiveInfinity, 0);
        for (int i = 0; i < _looks.Length && goesOn < smallest; i++)
        {
            double[] seen = pairs[.._looks[i].Pairs];
            // Both move with the effect, so they are computed once.
            (double estimate, LogInterval? interval) = HodgesLehmann.Of(seen, _rules.Confidence)!.Value;
            double least = Math.Max(goesOn, margin - estimate);
            if (least < smallest)
                smallest = Math.Min(smallest, LeastAbove(seen, least, _criticals[i]));
            goesOn = Math.Max(goesOn, margin - (interval?.Upper ?? double.PositiveInfinity));
        }

        return smallest;
    }

    /// <summary>The smallest effect from <paramref name="least"/> on whose bounded sum exceeds the critical one.</summary>
    private static double LeastAbove(double[] pairs, double least, double critical)
    {
        const double Largest = 7; // a factor of 1,000
        const double Precise = 0.0002;
        if (IsAbove(least))
            return least;
        if (!IsAbove(Largest))
            return double.PositiveInfinity;
        double found = Largest;
        while (found - least > Precise)
        {
            double middle = (least + found) / 2;
            (least, found) = IsAbove(middle) ? (least, middle) : (middle, found);
        }

        return found;

        bool IsAbove(double effect) => BoundedSum.Of([.. pairs.Select(pair => pair + effect)]) > critical;
    }
}

using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Results.Statistics;

/// <summary>
/// Tests all cases of a measurement in pairs together, at one or several looks. In each arrangement (<see cref="SignFlips"/>) a pair has
/// the same sign turned for all cases, so the cases may depend on each other in any way. The p value of a case is the share of arrangements
/// whose largest <see cref="BoundedSum"/> of any case reaches its own (Westfall and Young 1993, "Resampling-Based Multiple Testing"). An
/// arrangement that an earlier look would have rejected counts as reaching. So all looks together keep the alpha of the last one.
/// </summary>
internal static class JointFlips
{
    // Equal sums differ by rounding. Statistics are between 1 and the root of the number of pairs.
    private const double Rounding = 1e-9;

    /// <param name="cases">The differences of each case's pairs, in the order measured; at least as many as the last look needs.</param>
    /// <param name="looks">At least one, in the order of time.</param>
    public static FlipResult Test(IReadOnlyList<double[]> cases, IReadOnlyList<Look> looks)
    {
        int most = SignFlips.Count(looks[^1].Pairs);
        double[] largest = ArrayPool<double>.Shared.Rent(most), sums = ArrayPool<double>.Shared.Rent(most);
        bool[] rejected = [false];
        double[] own = new double[cases.Count], criticals = new double[looks.Count];
        Span<double> reached = default;
        for (int i = 0; i < looks.Count; i++)
        {
            reached = largest.AsSpan(0, SignFlips.Count(looks[i].Pairs));
            Largest(cases, looks[i].Pairs, own, sums.AsSpan(0, reached.Length), reached);
            for (int j = 0; j < reached.Length; j++)
                reached[j] = rejected[j & (rejected.Length - 1)] ? double.PositiveInfinity : reached[j];
            int allowed = (int)((looks[i].Alpha * reached.Length) + Rounding);
            double[] top = Top(reached, allowed + 1);
            criticals[i] = allowed > 0 ? top[allowed - 1] : double.PositiveInfinity;
            if (i < looks.Count - 1)
                rejected = Above(reached, top[allowed]);
        }

        double[] above = new double[cases.Count], below = new double[cases.Count];
        for (int i = 0; i < cases.Count; i++)
            (above[i], below[i]) = (Share(reached, own[i]), Share(reached, -own[i]));
        ArrayPool<double>.Shared.Return(largest);
        ArrayPool<double>.Shared.Return(sums);
        return new(above, below, criticals);
    }

    private static void Largest(IReadOnlyList<double[]> cases, int pairs, double[] own, Span<double> sums, Span<double> largest)
    {
        largest.Fill(double.NegativeInfinity);
        for (int i = 0; i < cases.Count; i++)
        {
            SignFlips.Sums(BoundedSum.Scores(cases[i].AsSpan(0, pairs)), sums);
            own[i] = sums[0];
            Span<Vector<double>> many = MemoryMarshal.Cast<double, Vector<double>>(largest);
            ReadOnlySpan<Vector<double>> others = MemoryMarshal.Cast<double, Vector<double>>(sums);
            for (int j = 0; j < many.Length; j++)
                many[j] = Vector.Max(many[j], others[j]);
            for (int j = many.Length * Vector<double>.Count; j < largest.Length; j++)
                largest[j] = Math.Max(largest[j], sums[j]);
        }
    }

    private static double Share(ReadOnlySpan<double> reached, double own)
    {
        int count = 0;
        ReadOnlySpan<Vector<double>> many = MemoryMarshal.Cast<double, Vector<double>>(reached);
        var least = new Vector<double>(own - Rounding);
        Vector<long> counts = Vector<long>.Zero;
        foreach (Vector<double> some in many)
            counts -= Vector.GreaterThanOrEqual(some, least);
        foreach (double one in reached[(many.Length * Vector<double>.Count)..])
            count += one >= own - Rounding ? 1 : 0;
        return (double)(Vector.Sum(counts) + count) / reached.Length;
    }

    /// <summary>The largest values, descending.</summary>
    private static double[] Top(ReadOnlySpan<double> values, int count)
    {
        var kept = new PriorityQueue<double, double>();
        foreach (double value in values)
        {
            if (kept.Count < count)
                kept.Enqueue(value, value);
            else if (value > kept.Peek())
                kept.EnqueueDequeue(value, value);
        }

        double[] top = new double[kept.Count];
        for (int i = top.Length - 1; i >= 0; i--)
            top[i] = kept.Dequeue();
        return top;
    }

    private static bool[] Above(ReadOnlySpan<double> values, double limit)
    {
        bool[] above = new bool[values.Length];
        for (int i = 0; i < above.Length; i++)
            above[i] = values[i] > limit + Rounding;
        return above;
    }
}

/// <summary>The result of <see cref="JointFlips"/>.</summary>
/// <param name="PAbove">For each case at the last look: one-sided p value against "not above 0".</param>
/// <param name="PBelow">The same against "not below 0".</param>
/// <param name="Criticals">For each look: the bounded sum that a case must exceed to be called above 0; infinite if none can.</param>
internal sealed record FlipResult(IReadOnlyList<double> PAbove, IReadOnlyList<double> PBelow, IReadOnlyList<double> Criticals);

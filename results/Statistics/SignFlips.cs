using System.Collections.Concurrent;
using System.Numerics;

namespace Results.Statistics;

/// <summary>
/// The arrangements of a measurement in pairs: each one turns over the sign of some pairs. If a coin decides which side of a pair runs
/// first, an unchanged build is as likely to give any of them. Up to 14 pairs these are all 2^n; beyond, a fixed subgroup of 2^14.
/// A test over a group is exact (Hemerik and Goeman 2018, "Exact testing with random permutations").
/// </summary>
internal static class SignFlips
{
    private const int FreePairs = 14;

    // Later pairs are added up in chunks: a table of 2^10 sums stays in the processor's first cache.
    private const int Chunk = 10;

    private static readonly ConcurrentDictionary<int, ushort[]> s_turned = new();
    private static readonly int[] s_codes = Codes();

    /// <summary>The number of arrangements; a power of 2.</summary>
    public static int Count(int pairs) => 1 << Math.Min(pairs, FreePairs);

    /// <summary>
    /// The sum of the values in each arrangement. Index 0 is the arrangement that was measured. The arrangements of fewer pairs have the
    /// same indexes, counted modulo their number.
    /// </summary>
    /// <param name="values">One for each pair.</param>
    /// <param name="sums">As many as <see cref="Count"/>.</param>
    public static void Sums(ReadOnlySpan<double> values, Span<double> sums)
    {
        int free = Math.Min(values.Length, FreePairs);
        AddUp(values[..free], sums);
        Span<double> table = stackalloc double[1 << Chunk];
        for (int first = free; first < values.Length; first += Chunk)
        {
            ReadOnlySpan<double> chunk = values.Slice(first, Math.Min(Chunk, values.Length - first));
            AddUp(chunk, table);
            ReadOnlySpan<ushort> turned = s_turned.GetOrAdd(first, Turned);
            int known = (1 << chunk.Length) - 1;
            for (int i = 0; i < sums.Length; i++)
                sums[i] += table[turned[i] & known];
        }
    }

    /// <summary>The sum of the values for each set of turned pairs; a pair is a bit.</summary>
    private static void AddUp(ReadOnlySpan<double> values, Span<double> table)
    {
        table[0] = 0;
        for (int bit = 0; bit < values.Length; bit++)
        {
            double value = values[bit];
            Span<double> same = table[..(1 << bit)], turned = table.Slice(same.Length, same.Length);
            for (int i = 0; i < same.Length; i++)
            {
                turned[i] = same[i] - value;
                same[i] += value;
            }
        }
    }

    /// <summary>For each arrangement: which of the chunk's pairs are turned. A pair is a bit.</summary>
    private static ushort[] Turned(int first) =>
    [
        .. Enumerable.Range(0, 1 << FreePairs).Select(arrangement => (ushort)Enumerable.Range(0, Chunk)
            .Sum(bit => Parity(arrangement & s_codes[(first - FreePairs + bit) % s_codes.Length]) << bit)),
    ];

    // Each of the first 14 pairs is turned by its own bit of the arrangement. A later pair is turned if the arrangement has an odd number
    // of the bits of its code. Codes differ, so the signs of any two pairs are independent. They are odd, so one arrangement turns all.
    private static int[] Codes()
    {
        int[] codes = [.. Enumerable.Range(0, 1 << FreePairs).Where(code => Parity(code) == 1 && !BitOperations.IsPow2(code))];
        new Random(1).Shuffle(codes);
        return codes;
    }

    private static int Parity(int bits) => BitOperations.PopCount((uint)bits) & 1;
}

namespace Results.Gate;

/// <summary>
/// Decides which side of each pair runs first: each side in half of the pairs, in random order. The signed-rank test needs this.
/// </summary>
public static class PairOrder
{
    /// <summary>True if the head runs first; with an odd number of pairs, the last one is random.</summary>
    public static IReadOnlyList<bool> Draw(int pairs, Random random)
    {
        bool[] headFirst = [.. Enumerable.Range(0, pairs).Select(i => i % 2 == 0)];
        if (pairs % 2 == 1)
            headFirst[^1] = random.Next(2) == 0;
        random.Shuffle(headFirst);
        return headFirst;
    }
}

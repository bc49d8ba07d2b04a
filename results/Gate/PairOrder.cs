namespace Results.Gate;

/// <summary>
/// Which side of each pair runs first: half of them each, in an order that nobody chose. The test of the pairs rests on it.
/// </summary>
public static class PairOrder
{
    /// <summary>True where the head goes first; with an odd number the last one is a coin.</summary>
    public static IReadOnlyList<bool> Draw(int pairs, Random random)
    {
        bool[] headFirst = [.. Enumerable.Range(0, pairs).Select(i => i % 2 == 0)];
        if (pairs % 2 == 1)
            headFirst[^1] = random.Next(2) == 0;
        random.Shuffle(headFirst);
        return headFirst;
    }
}

namespace Results.Gate;

/// <summary>
/// Decides which side of each pair runs first: a coin for each pair. The test of the times relies on it: for an unchanged build, each
/// sign is then as likely as the other, and independent of the other pairs. An order with as many heads as bases would not be.
/// </summary>
public static class PairOrder
{
    /// <summary>True if the head runs first.</summary>
    public static IReadOnlyList<bool> Draw(int pairs, Random random) => [.. Enumerable.Range(0, pairs).Select(_ => random.Next(2) == 0)];
}

namespace BenchGate.Measuring;

/// <summary>
/// Measures two sides one after the other. A coin decides which one is first, so that anything that comes with every second measurement
/// does not look like a difference.
/// </summary>
internal static class DrawnPair
{
    /// <param name="aFirst">What the coin showed.</param>
    public static async Task<(T A, T B)> MeasureAsync<T>(bool aFirst, Func<Task<T>> a, Func<Task<T>> b)
    {
        T first = await (aFirst ? a : b)();
        T second = await (aFirst ? b : a)();
        return aFirst ? (first, second) : (second, first);
    }

    /// <summary>Throws the coin, and measures.</summary>
    public static Task<(T A, T B)> MeasureAsync<T>(Random coin, Func<Task<T>> a, Func<Task<T>> b) =>
        MeasureAsync(coin.Next(2) == 0, a, b);
}

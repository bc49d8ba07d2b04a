using System.Diagnostics;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>
/// Times several ways of the same work in turns, in a new order each round, so that other work of the machine affects all of them equally.
/// </summary>
internal static class ByTurns
{
    /// <param name="rounds">Each way is timed once in each round. An additional first round is not counted.</param>
    /// <param name="check">Throws if a result is wrong; not timed.</param>
    /// <returns>The median of each way, in milliseconds.</returns>
    public static async Task<double[]> MediansMsAsync<T>(int rounds, Action<T> check, params Func<Task<T>>[] ways)
    {
        List<double>[] ms = [.. ways.Select(_ => new List<double>())];
        var random = new Random(1);
        int[] order = [.. Enumerable.Range(0, ways.Length)];
        for (int round = 0; round <= rounds; round++)
        {
            random.Shuffle(order);
            foreach (int way in order)
            {
                long start = Stopwatch.GetTimestamp();
                T result = await ways[way]();
                double one = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                check(result);
                if (round > 0)
                    ms[way].Add(one);
            }
        }

        return [.. ms.Select(values => SampleStatistics.Median(values)!.Value)];
    }
}

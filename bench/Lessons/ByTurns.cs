using System.Diagnostics;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>Times several ways of the same work in turns, so that other work of the machine affects all of them equally.</summary>
internal static class ByTurns
{
    /// <param name="rounds">Each way is timed once in each round. An additional first round is not counted.</param>
    /// <param name="check">Throws if a result is wrong; not timed.</param>
    /// <returns>The median of each way, in milliseconds.</returns>
    public static async Task<double[]> MediansMsAsync<T>(int rounds, Action<T> check, params Func<Task<T>>[] ways)
    {
        List<double>[] ms = [.. ways.Select(_ => new List<double>())];
        for (int round = 0; round <= rounds; round++)
        {
            foreach ((int way, Func<Task<T>> go) in ways.Index())
            {
                long start = Stopwatch.GetTimestamp();
                T result = await go();
                double one = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                check(result);
                if (round > 0)
                    ms[way].Add(one);
            }
        }

        return [.. ms.Select(values => SampleStatistics.Median(values)!.Value)];
    }
}

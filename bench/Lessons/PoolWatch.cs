using System.Diagnostics;
using System.Globalization;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>
/// Notes when the thread pool has how many threads. On a thread of its own: what starves waits for a thread of the pool.
/// </summary>
internal sealed class PoolWatch : IDisposable
{
    private const string Figure = "threads by ms ";

    /// <summary>A tenth of the pool's shortest wait before it adds a thread.</summary>
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(2.5);

    private readonly Dictionary<string, double> _reached = new(StringComparer.Ordinal);
    private readonly ManualResetEventSlim _end = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Thread _watcher;

    private PoolWatch() => _watcher = new Thread(Watch) { IsBackground = true };

    public static PoolWatch Start()
    {
        var watch = new PoolWatch();
        watch._watcher.Start();
        return watch;
    }

    /// <summary>Ends the watch.</summary>
    /// <returns>For each number of threads that the pool had, by name, the first time that it was seen to have so many; milliseconds.</returns>
    public Dictionary<string, double> End()
    {
        _end.Set();
        _watcher.Join();
        return _reached;
    }

    public void Dispose()
    {
        End();
        _end.Dispose();
    }

    /// <summary>The steps that stand among the figures of a launch, beside those that the pool's rule gives.</summary>
    public static IReadOnlyList<GrowthStep> StepsOf(IReadOnlyDictionary<string, double> figures) =>
    [
        .. figures.Where(figure => figure.Key.StartsWith(Figure, StringComparison.Ordinal))
            .Select(figure => (Threads: int.Parse(figure.Key[Figure.Length..], CultureInfo.InvariantCulture), Ms: figure.Value))
            .OrderBy(step => step.Threads)
            .Select(step => new GrowthStep(step.Threads, step.Ms, PoolGrowth.MsUntil(step.Threads))),
    ];

    private void Watch()
    {
        int seen = 0;
        do
        {
            double ms = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
            for (int now = ThreadPool.ThreadCount; seen < now;)
                _reached[Figure + (++seen).ToString(CultureInfo.InvariantCulture)] = ms;
        }
        while (!_end.Wait(s_step));
    }
}

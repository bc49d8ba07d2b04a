using System.Diagnostics;
using Benchmarks.Errors;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Fixtures.Server;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>
/// How a lesson measures: at full size, against a server in a process of its own; or just long enough to see a claim fail.
/// </summary>
public sealed class LessonRun
{
    /// <summary>For figures.</summary>
    /// <param name="server">Kind of the servers, of <see cref="ServerHosts.Kinds"/>.</param>
    public static LessonRun Full(string server) => new(quick: false, server);

    /// <summary>For tests: small, and the server in this process. Its times are not worth printing.</summary>
    public static LessonRun Quick { get; } = new(quick: true, ServerHosts.Default);

    private readonly bool _quick;

    private LessonRun(bool quick, string server) => (_quick, Server) = (quick, server);

    /// <summary>Kind of the servers, of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Server { get; }

    /// <summary>Fresh processes that a cold figure is the median of.</summary>
    public int Launches => Pick(3, 1);

    /// <summary>The size of something: of the full run, or of the quick one.</summary>
    public T Pick<T>(T full, T quick) => _quick ? quick : full;

    public Task<ScratchServer> ServeAsync(LessonScenario scenario) => ScratchServer.StartAsync(scenario.ToString(), Server, inThisProcess: _quick);

    /// <summary>Warm pool: the median makespan of some operations, in milliseconds.</summary>
    /// <param name="operations">At full size; a quick run makes one.</param>
    /// <param name="warmups">Operations before them that are not counted; the client is the same for all.</param>
    public async Task<double> MedianMsAsync(ScratchServer server, IFetchStrategy strategy, int operations = 3, int warmups = 1)
    {
        using FetchWork work = server.Work(strategy);
        for (int i = 0; i < warmups; i++)
            await TimeAsync(server, strategy, work);
        return await MedianAsync(Pick(operations, 1), () => TimeAsync(server, strategy, work));
    }

    /// <summary>Warm code, but every operation has a client, and so connections, of its own.</summary>
    public async Task<double> MedianMsWithNewClientAsync(ScratchServer server, IFetchStrategy strategy, int operations = 3)
    {
        await TimeOnceAsync();
        return await MedianAsync(Pick(operations, 1), TimeOnceAsync);

        async Task<double> TimeOnceAsync()
        {
            using FetchWork work = server.Work(strategy);
            return await TimeAsync(server, strategy, work);
        }
    }

    /// <summary>Makes one operation and times it, in milliseconds.</summary>
    /// <exception cref="ExpectedFailureException">It fetched something else than it should: a time for wrong work is no result.</exception>
    public static async Task<double> TimeAsync(ScratchServer server, IFetchStrategy strategy, FetchWork work)
    {
        long start = Stopwatch.GetTimestamp();
        FetchResult[] results = await strategy.FetchAsync(work, CancellationToken.None);
        double ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return FetchDigest.Of(strategy.Descriptor.KeepsOrder ? results : [.. results.OrderBy(result => result.Index)]) == server.Expected()
            ? ms
            : throw new ExpectedFailureException($"{strategy.Descriptor.Id} fetched something else than it should.");
    }

    private static async Task<double> MedianAsync(int count, Func<Task<double>> measure)
    {
        List<double> values = [];
        while (values.Count < count)
            values.Add(await measure());
        return SampleStatistics.Median(values)!.Value;
    }
}

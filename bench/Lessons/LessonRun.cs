using System.Diagnostics;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Fixtures.Server;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>
/// How a lesson measures: at full size, with a server in its own process; or just long enough to see a claim fail.
/// </summary>
public sealed class LessonRun
{
    /// <summary>For figures.</summary>
    /// <param name="server">Kind of the servers, of <see cref="ServerHosts.Kinds"/>.</param>
    public static LessonRun Full(string server) => new(quick: false, server);

    /// <summary>For tests: small, with the server in this process. Its times are not exact.</summary>
    public static LessonRun Quick { get; } = new(quick: true, ServerHosts.Default);

    private readonly bool _quick;

    private LessonRun(bool quick, string server) => (_quick, Server) = (quick, server);

    /// <summary>Kind of the servers, of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Server { get; }

    /// <summary>Number of fresh processes for a cold figure, which is their median.</summary>
    public int Launches => Pick(3, 1);

    /// <summary>Chooses the value for a full run or for a quick one.</summary>
    public T Pick<T>(T full, T quick) => _quick ? quick : full;

    public Task<ScratchServer> ServeAsync(LessonScenario scenario) =>
        ScratchServer.StartAsync(scenario.ToString(), Server, inThisProcess: _quick);

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

    /// <summary>Warm code, but every operation has its own client and so its own connections.</summary>
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
    /// <exception cref="ExpectedFailureException">It fetched wrong content, so its time is not a result.</exception>
    public static async Task<double> TimeAsync(ScratchServer server, IFetchStrategy strategy, FetchWork work)
    {
        long start = Stopwatch.GetTimestamp();
        FetchResult[] results = await strategy.FetchAsync(work, CancellationToken.None);
        double ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return FetchDigest.Of(strategy.Descriptor.KeepsOrder ? results : [.. results.OrderBy(result => result.Index)]) == server.Expected()
            ? ms
            : throw new ExpectedFailureException($"{strategy.Descriptor.Id} fetched wrong content.");
    }

    private static async Task<double> MedianAsync(int count, Func<Task<double>> measure)
    {
        List<double> values = [];
        while (values.Count < count)
            values.Add(await measure());
        return SampleStatistics.Median(values)!.Value;
    }
}

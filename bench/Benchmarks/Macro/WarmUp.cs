using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Model;

namespace Benchmarks.Macro;

/// <summary>
/// The first operation of a process, which BenchmarkDotNet discards. It fetches the first requests of the work, again and again, until .NET
/// has compiled the code, or for 1.5 s. A whole sequential operation takes seconds, and its first requests warm up as well.
/// </summary>
internal sealed class WarmUp
{
    // Short enough to see soon that the compiler rests.
    private static readonly TimeSpan s_part = TimeSpan.FromMilliseconds(100);

    // Measured in 225 launches of loops: the first measured operation takes 0.6 % more than the second, in the median. With 5 s it took
    // 0.8 % more, in 25 launches.
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(1.5);
    private readonly FetchWork _part;

    private WarmUp(FetchWork part) => _part = part;

    public static WarmUp Of(Scenario scenario, StrategyDescriptor strategy, FetchWork work) =>
        new(work with { Requests = [.. work.Requests.Take(RequestsOf(scenario, strategy, work.Requests.Count))] });

    public FetchResult[] Run(Func<FetchWork, FetchResult[]> fetch)
    {
        FetchResult[] fetched = [];
        CompiledCode.RunUntilReached(() => fetched = fetch(_part), quietCalls: 1, s_timeLimit);
        return fetched;
    }

    /// <exception cref="ExpectedFailureException">A reply is missing.</exception>
    public void Check(IReadOnlyCollection<FetchResult> fetched)
    {
        if (fetched.Count != _part.Requests.Count)
            throw new ExpectedFailureException($"The warm-up fetched {fetched.Count} replies; expected {_part.Requests.Count}.");
    }

    /// <summary>
    /// As many requests as the strategy has in flight at once, so that all connections are open; more, if they take less than 0.1 s.
    /// </summary>
    internal static int RequestsOf(Scenario scenario, StrategyDescriptor strategy, int all)
    {
        Scenario whole = scenario with { Requests = scenario.Requests with { Count = all } };
        double share = s_part / Prediction.Of(whole, strategy.Schedule with { WarmPool = true });
        return share >= 1 ? all : Math.Clamp((int)(all * share), Math.Min(all, strategy.PeakInFlight(all)), all);
    }
}

using System.Globalization;
using Benchmarks.Fetching;
using Benchmarks.Serving;

namespace Benchmarks.Instrument.Limits;

/// <summary>What a goal measures: a server in its own process, and one operation on it.</summary>
internal sealed record FetchTarget(FetchGoal Goal, ScratchServer Server, FetchWork Work)
{
    // Time in which the runtime recompiles, in the background, the code that the operation before has called often.
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(150);

    public static async Task<T> UseAsync<T>(FetchGoal goal, Func<FetchTarget, Task<T>> measure)
    {
        await using ScratchServer server = await ScratchServer.StartAsync(ScenarioText(goal), goal.Server);
        using FetchWork work = server.Work(goal.Strategy);
        return await measure(new FetchTarget(goal, server, work));
    }

    public async Task WarmUpAsync()
    {
        for (int i = 0; i < Goal.Warmups; i++)
        {
            await Goal.Strategy.FetchAsync(Work, CancellationToken.None);
            await Task.Delay(s_rest);
        }
    }

    private static string ScenarioText(FetchGoal goal) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "requests": { "path": "/api/v2/pokemon/{n}", "count": {{goal.Requests}} },
          "payload": { "kind": "pokemon", "size": "small" },
          "latency": { "kind": "fixed", "ms": {{goal.OfferedMs}} }
        }
        """);
}

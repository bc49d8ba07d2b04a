using System.Globalization;
using System.Net;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Scenarios;

namespace Benchmarks.Limits;

/// <summary>What a goal is measured against: its scenario, served by a process of its own, and the requests to make.</summary>
internal sealed record FetchTarget(FetchGoal Goal, Scenario Scenario, FetchWork Work, FetchDigest Expected, ServerProcess Server)
{
    public static async Task<T> UseAsync<T>(FetchGoal goal, Func<FetchTarget, Task<T>> measure)
    {
        using var scratch = new ScratchFolder();
        string file = Path.Combine(scratch.Path, "limit.json");
        await File.WriteAllTextAsync(file, ScenarioText(goal));
        Scenario scenario = ScenarioFile.Load(file);
        await using ServerProcess server = await ServerProcess.StartAsync(file, Profile.Article);

        HttpClient.DefaultProxy = new WebProxy();
        using var client = new HttpClient();
        var work = new FetchWork(client, [.. scenario.Requests.Numbers.Select(number => new Uri(server.Addresses.Http1, scenario.Requests.PathOf(number)))]);
        FetchDigest expected = ExpectedResults.Digest(scenario, [.. scenario.Requests.Numbers]);
        return await measure(new FetchTarget(goal, scenario, work, expected, server));
    }

    public async Task WarmUpAsync()
    {
        for (int i = 0; i < Goal.Warmups; i++)
            await Goal.Strategy.FetchAsync(Work, CancellationToken.None);
    }

    private static string ScenarioText(FetchGoal goal) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "requests": { "path": "/api/v2/pokemon/{n}", "count": {{goal.Requests}} },
          "payload": { "kind": "pokemon", "size": "small" },
          "latency": { "kind": "fixed", "ms": {{goal.OfferedMs}} }
        }
        """);
}

using System.CommandLine;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Recording;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>
/// <c>child record-cold-start</c>: records each request of the first operation of this process. A run starts it to measure a cold pool.
/// </summary>
internal static class RecordColdStartCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("scenario");
        var strategy = new Argument<string>("strategy");
        var first = new Argument<int>("first");
        var count = new Argument<int>("count");
        var command = new Command("record-cold-start", "Record the first operation of this process.") { scenario, strategy, first, count };
        command.SetAction(async (parsed, stop) =>
        {
            CaseTimeline timeline = await RecordAsync(
                parsed.GetRequiredValue(scenario),
                StrategyCatalog.Find(parsed.GetRequiredValue(strategy)),
                parsed.GetValue(first),
                parsed.GetValue(count));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(CaseTimelineFile.ToJson(timeline).AsMemory(), stop);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<CaseTimeline> RecordAsync(string scenario, IFetchStrategy strategy, int first, int count)
    {
        await using FixtureLink link = await FixtureLink.OpenAsync(scenario, SettingsVariables.Read());
        RequestPlan plan = link.Scenario.Requests;
        // A number after the last one is served, too: article B's single request has the number 151.
        if (first < plan.First || count < 1 || count > plan.Count)
            throw new UsageException($"'{scenario}' has {plan.Count} requests from {plan.First} on, but not {count} from {first} on.");
        ThreadPoolLimit.Require(strategy.Descriptor, count);
        using var work = FetchWork.For(strategy, link.Addresses, link.Scenario, Enumerable.Range(first, count));
        return await TimelineRecorder.RecordAsync(link.Addresses.Http1, strategy, work, Regimes.Cold);
    }
}

using BenchGate.Errors;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Instrument.Checks;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Gate;

/// <summary>
/// Counts what the cases of this build do: requests, connections of a first operation, peak in-flight, digest. It measures no times.
/// </summary>
internal static class CaseCounting
{
    /// <summary>Long enough to separate two requests, short enough to finish a dozen cases in seconds.</summary>
    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(10);

    /// <param name="settings">Scale of the scenarios, and kind of the server.</param>
    /// <param name="globs">Full names with * and ?; empty means the cases of the chosen scenarios, or else the gate's default cases: the
    /// articles' cases, and the gate's micro-benchmarks.</param>
    /// <exception cref="UsageException">The thread pool is too small for a case.</exception>
    /// <exception cref="ExpectedFailureException">A case failed, or fetched something else than its scenario defines; the message names the
    /// case.</exception>
    public static async Task<CountedLaunch> RunAsync(SuiteSettings settings, IReadOnlyList<string> globs)
    {
        IReadOnlyList<BenchmarkCase> cases = Chosen(settings, globs);
        var counted = new List<CountedCase>();
        foreach (BenchmarkCase benchmark in cases)
            counted.Add(await CountAsync(benchmark, settings));

        IEnumerable<string> ids = counted.Select(one => one.Scenario).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal);
        IEnumerable<Scenario> scenarios = ids.Select(settings.ScaledScenario);
        return new CountedLaunch(
            CountedLaunch.CurrentSchema, SourceHash.OfThisBuild, settings.Profile.Id, settings.Server,
            [.. scenarios.Select(scenario => new ScenarioRecord(scenario.Id, scenario.Title, ScenarioDescription.Of(scenario)))], counted);
    }

    /// <summary>The cases that this build has, if the thread pool can have enough threads for all of them.</summary>
    /// <inheritdoc cref="RunAsync" path="/param"/>
    /// <exception cref="UsageException">A case would wait for ever.</exception>
    public static IReadOnlyList<BenchmarkCase> Chosen(SuiteSettings settings, IReadOnlyList<string> globs)
    {
        IReadOnlyList<BenchmarkCase> cases = globs.Count > 0 || settings.Scenarios.Count > 0
            ? CasesOf(settings, globs)
            : [.. CasesOf(settings, []), .. CasesOf(settings, GateCases.All)];
        PlannedThreads.Require(cases, settings);
        return cases;
    }

    private static IReadOnlyList<BenchmarkCase> CasesOf(SuiteSettings settings, IReadOnlyList<string> globs)
    {
        try
        {
            return InProcessMeasurement.Plan(settings, globs).Cases;
        }
        catch (UsageException)
        {
            return []; // the other side may have such cases; the gate reports that
        }
    }

    private static async Task<HeldOperation> ObserveAsync(string id, FixtureServer server, IFetchStrategy strategy, FetchWork work)
    {
        try
        {
            return await HeldOperation.ObserveAsync(server, strategy, work);
        }
        catch (Exception thrown) when (ExpectedFailure.IsCauseOf(thrown))
        {
            throw new ExpectedFailureException($"{id} failed: {thrown.GetBaseException().Message}", thrown);
        }
    }

    private static async Task<CountedCase> CountAsync(BenchmarkCase benchmark, SuiteSettings settings)
    {
        string id = CaseFromReport.IdOf(benchmark);
        if (MacroCase.Of(benchmark, settings) is not { } macro)
            return new CountedCase(id, "", "", new GateCounters { Requests = 0 });

        using var clock = new LatencyClock();
        // Without faults, because with faults the number of retries, and their connections, would be random.
        Scenario counted = macro.Scenario with { Latency = new FixedLatency(s_latency), Faults = [], Timeout = null };
        await using FixtureServer server = await FixtureServer.StartAsync(counted, clock, kind: settings.Server);
        IFetchStrategy strategy = StrategyCatalog.Find(macro.Strategy.Id);
        using var work = FetchWork.For(strategy, server.Addresses, macro.Scenario.Requests, Enumerable.Range(macro.First, macro.Requests));
        HeldOperation seen = await ObserveAsync(id, server, strategy, work);
        FetchDigest expected = ExpectedResults.Digest(counted, Enumerable.Range(macro.First, macro.Requests));
        if (seen.Fetched != expected)
            throw new ExpectedFailureException($"{id} fetched {seen.Fetched}; expected {expected}.");
        return new CountedCase(id, macro.Scenario.Id, macro.Strategy.Id, new GateCounters
        {
            Requests = seen.Requests,
            ConnectionsOpenedCold = seen.Connections,
            PeakInFlightHeld = seen.PeakInFlight,
            Digest = seen.Fetched.ToString(),
        });
    }
}

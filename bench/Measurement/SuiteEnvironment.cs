using System.Globalization;
using System.Text.Json;
using Benchmarks.Fetching;
using Fixtures.Server;

namespace Benchmarks.Measurement;

/// <summary>
/// What the host tells the processes that BenchmarkDotNet starts, by environment variables, since there is no other way in.
/// All are absent when a benchmark is run without the host, from an IDE say.
/// </summary>
public static class SuiteEnvironment
{
    private const string ProfileVariable = "BENCH_PROFILE";
    private const string ServerKindVariable = "BENCH_SERVER";
    private const string ServersVariable = "BENCH_SERVERS";
    private const string ScenariosVariable = "BENCH_SCENARIOS";
    internal const string ChildReportsVariable = "BENCH_CHILD_REPORTS";
    private const string SkipTimelineVariable = "BENCH_SKIP_TIMELINE";
    private const string ColdPoolVariable = "BENCH_COLD_POOL";
    internal const string DigestsVariable = "BENCH_DIGESTS";
    private const string StrategiesVariable = "BENCH_STRATEGIES";

    /// <summary>The profile in force; standard without a host.</summary>
    public static Profile Profile
    {
        get => Profile.Find(Get(ProfileVariable) ?? Profile.Standard.Id);
        set => Environment.SetEnvironmentVariable(ProfileVariable, value.Id);
    }

    /// <summary>
    /// Which host answers in the servers that are started, of <see cref="ServerHosts.Kinds"/>; the default without a host.
    /// </summary>
    public static string ServerKind
    {
        get => Get(ServerKindVariable) ?? ServerHosts.Default;
        set => Environment.SetEnvironmentVariable(ServerKindVariable, value == ServerHosts.Default ? null : value);
    }

    /// <summary>Addresses by scenario id; empty without a host, and then a benchmark starts a server of its own.</summary>
    public static IReadOnlyDictionary<string, ServerAddresses> Servers
    {
        get => Get(ServersVariable) is { } json ? JsonSerializer.Deserialize<Dictionary<string, ServerAddresses>>(json)! : new Dictionary<string, ServerAddresses>(StringComparer.Ordinal);
        set => Environment.SetEnvironmentVariable(ServersVariable, value.Count == 0 ? null : JsonSerializer.Serialize(value));
    }

    /// <summary>Folder where each measured process leaves a report; null without a host.</summary>
    public static string? ChildReportsFolder
    {
        get => Get(ChildReportsVariable);
        set => Environment.SetEnvironmentVariable(ChildReportsVariable, value);
    }

    /// <summary>True if the extra operation that draws the timeline is to be left out.</summary>
    public static bool SkipTimeline
    {
        get => Get(SkipTimelineVariable) is not null;
        set => Environment.SetEnvironmentVariable(SkipTimelineVariable, value ? "1" : null);
    }

    /// <summary>True if the measured operations are to meet the pool as a fresh process has it.</summary>
    public static bool ColdPool
    {
        get => Get(ColdPoolVariable) is not null;
        set => Environment.SetEnvironmentVariable(ColdPoolVariable, value ? "1" : null);
    }

    /// <summary>
    /// What operations are known to bring, by <see cref="WorkOf"/>. Working it out takes a fresh process a fifth of a second, and the gate
    /// starts dozens; empty elsewhere.
    /// </summary>
    public static IReadOnlyDictionary<string, FetchDigest> KnownDigests
    {
        get => Get(DigestsVariable) is { } json ? JsonSerializer.Deserialize<Dictionary<string, FetchDigest>>(json)! : new Dictionary<string, FetchDigest>(StringComparer.Ordinal);
        set => Environment.SetEnvironmentVariable(DigestsVariable, value.Count == 0 ? null : JsonSerializer.Serialize(value));
    }

    /// <summary>Names an operation's work.</summary>
    public static string WorkOf(string scenario, int requests) => string.Create(CultureInfo.InvariantCulture, $"{scenario}:{requests}");

    /// <summary>Ids of the scenarios that <c>ScenarioBenchmarks</c> runs.</summary>
    public static IReadOnlyList<string> ChosenScenarios
    {
        get => Split(Get(ScenariosVariable));
        set => Environment.SetEnvironmentVariable(ScenariosVariable, Join(value));
    }

    /// <summary>Ids of the strategies that <c>ScenarioBenchmarks</c> runs; empty means all general ones.</summary>
    public static IReadOnlyList<string> ChosenStrategies
    {
        get => Split(Get(StrategiesVariable));
        set => Environment.SetEnvironmentVariable(StrategiesVariable, Join(value));
    }

    private static string? Get(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Join(IReadOnlyList<string> list) => list.Count == 0 ? null : string.Join(',', list);
}

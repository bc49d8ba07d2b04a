using System.Text.Json;
using Benchmarks.Fetching;
using Fixtures.Server;

namespace Benchmarks.Measurement;

/// <summary>
/// <see cref="SuiteSettings"/> as environment variables, the only way into a process that BenchmarkDotNet starts. They are written where
/// a process is started, and read once where it begins. Without them, from an IDE for example, the defaults hold.
/// </summary>
public static class SettingsVariables
{
    private const string Profile = "BENCH_PROFILE";
    private const string Server = "BENCH_SERVER";
    private const string Addresses = "BENCH_SERVERS";
    private const string Scenarios = "BENCH_SCENARIOS";
    private const string Strategies = "BENCH_STRATEGIES";
    private const string TimesOnly = "BENCH_TIMES_ONLY";
    private const string ColdPool = "BENCH_COLD_POOL";
    internal const string ChildReports = "BENCH_CHILD_REPORTS";
    internal const string KnownDigests = "BENCH_DIGESTS";

    /// <summary>What the parent process wrote; a default for each variable that is missing.</summary>
    public static SuiteSettings Read()
    {
        var unset = new SuiteSettings();
        return new SuiteSettings
        {
            Profile = Measurement.Profile.Find(Get(Profile) ?? unset.Profile.Id),
            Server = Get(Server) ?? unset.Server,
            Addresses = Parse<ServerAddresses>(Get(Addresses)) ?? unset.Addresses,
            Scenarios = Split(Get(Scenarios)),
            Strategies = Split(Get(Strategies)),
            ChildReports = Get(ChildReports),
            TimesOnly = Get(TimesOnly) is not null,
            ColdPool = Get(ColdPool) is not null,
            KnownDigests = Parse<FetchDigest>(Get(KnownDigests)) ?? unset.KnownDigests,
        };
    }

    /// <summary>For one process that is going to be started.</summary>
    public static void Write(SuiteSettings settings, IDictionary<string, string?> environment)
    {
        foreach ((string variable, string? value) in Of(settings))
        {
            environment.Remove(variable);
            if (value is not null)
                environment[variable] = value;
        }
    }

    /// <summary>For the processes that BenchmarkDotNet starts: they get the variables of this one.</summary>
    public static void WriteHere(SuiteSettings settings)
    {
        foreach ((string variable, string? value) in Of(settings))
            Environment.SetEnvironmentVariable(variable, value);
    }

    private static (string Variable, string? Value)[] Of(SuiteSettings settings) =>
    [
        (Profile, settings.Profile.Id),
        (Server, settings.Server),
        (Addresses, Json(settings.Addresses)),
        (Scenarios, Join(settings.Scenarios)),
        (Strategies, Join(settings.Strategies)),
        (ChildReports, settings.ChildReports),
        (TimesOnly, settings.TimesOnly ? "1" : null),
        (ColdPool, settings.ColdPool ? "1" : null),
        (KnownDigests, Json(settings.KnownDigests)),
    ];

    private static string? Get(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static Dictionary<string, T>? Parse<T>(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<Dictionary<string, T>>(json);

    private static string? Json<T>(IReadOnlyDictionary<string, T> values) => values.Count == 0 ? null : JsonSerializer.Serialize(values);

    private static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Join(IReadOnlyList<string> list) => list.Count == 0 ? null : string.Join(',', list);
}

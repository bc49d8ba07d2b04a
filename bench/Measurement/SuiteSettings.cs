using System.Globalization;
using Benchmarks.Fetching;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;

namespace Benchmarks.Measurement;

/// <summary>
/// What is measured, how, and where: made once from the command line, and passed down. It does not change.
/// <see cref="SettingsVariables"/> brings it to the processes that BenchmarkDotNet starts.
/// </summary>
public sealed record SuiteSettings
{
    /// <summary>Default: standard.</summary>
    public Profile Profile { get; init; } = Profile.Standard;

    /// <summary>The kind of each server that is started, of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Server { get; init; } = ServerHosts.Default;

    /// <summary>Addresses by scenario id. A benchmark whose scenario is not here starts a server in its own process.</summary>
    public IReadOnlyDictionary<string, ServerAddresses> Addresses { get; init; } =
        new Dictionary<string, ServerAddresses>(StringComparer.Ordinal);

    /// <summary>Ids of the scenarios that <c>ScenarioBenchmarks</c> runs instead of the articles' classes; none by default.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Ids of the strategies that fetch <see cref="Scenarios"/>; empty means all general ones.</summary>
    public IReadOnlyList<string> Strategies { get; init; } = [];

    /// <summary>Folder where each measured process leaves a <see cref="ChildReport"/>; null: it leaves none.</summary>
    public string? ChildReports { get; init; }

    /// <summary>
    /// True leaves out the extra operations that draw the timeline and count allocations. A case has one launch with them.
    /// </summary>
    public bool TimesOnly { get; init; }

    /// <summary>True if the thread pool of a measured process must stay as a fresh process has it.</summary>
    public bool ColdPool { get; init; }

    /// <summary>
    /// The digests that are known already, by <see cref="WorkOf"/>. A fresh process needs a fifth of a second to compute one, and the
    /// gate starts dozens of processes.
    /// </summary>
    public IReadOnlyDictionary<string, FetchDigest> KnownDigests { get; init; } =
        new Dictionary<string, FetchDigest>(StringComparer.Ordinal);

    /// <summary>Names an operation's work in <see cref="KnownDigests"/>.</summary>
    public static string WorkOf(string scenario, int requests) => string.Create(CultureInfo.InvariantCulture, $"{scenario}:{requests}");

    /// <summary>The built-in scenario of that id at the scale of <see cref="Profile"/>.</summary>
    /// <exception cref="ScenarioException">There is no such scenario.</exception>
    public Scenario ScaledScenario(string id) => Profile.Scaled(ScenarioCatalog.BuiltIn[id]);
}

using System.Security.Cryptography;
using System.Text;
using Results.Formatting;
using Results.Records;

namespace Results.History;

/// <summary>The fields that must be equal to compare the times of two stored runs.</summary>
public static class RunIdentity
{
    private const string JobOptions = "hash of the job's options";

    /// <summary>The fields by name. The fields of a scenario have its id as a prefix.</summary>
    public static IReadOnlyDictionary<string, string> Of(RunRecord run)
    {
        Dictionary<string, string> fields = HostFields(run.Host);
        fields["profile"] = run.Profile;
        fields["scale"] = Figures.Exact(run.Scale);
        fields["request divisor"] = Figures.Whole(run.RequestDivisor);
        fields["hosting"] = run.Hosting;
        fields["BenchmarkDotNet"] = run.Source.BenchmarkDotNet;
        if (run.JobHash is { } job)
            fields[JobOptions] = job; // otherwise absent, so that runs from before this field stay comparable
        foreach (ScenarioRecord scenario in run.Scenarios)
        {
            foreach ((string name, string value) in scenario.Parameters)
                fields[$"{scenario.Id}: {name}"] = value;
        }

        return fields;
    }

    /// <summary>
    /// The fields that differ, as "name: was, became". A scenario of only one run does not matter: its cases are New or Missing.
    /// </summary>
    public static IReadOnlyList<string> Differences(RunRecord reference, RunRecord candidate)
    {
        (IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) = (Of(reference), Of(candidate));
        return [.. before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal)
            .Where(name => Shared(name, reference, candidate) && before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
            .Select(name => $"{name}: {before.GetValueOrDefault(name, "(none)")}, became {after.GetValueOrDefault(name, "(none)")}")];
    }

    internal static IEnumerable<(string Name, string? Was, string? Now)> Differences(ScenarioRecord before, ScenarioRecord after) =>
        from name in before.Parameters.Keys.Concat(after.Parameters.Keys).Distinct(StringComparer.Ordinal)
        let was = before.Parameters.GetValueOrDefault(name)
        let now = after.Parameters.GetValueOrDefault(name)
        where was != now
        select (name, was, now);

    /// <summary>Equal for two runs if and only if a case of this scenario may be compared between them.</summary>
    internal static string SeriesOf(IReadOnlyDictionary<string, string> identity, string scenario) => string.Join('\n', identity
        .Where(
            field => !field.Key.Contains(": ", StringComparison.Ordinal) || field.Key.StartsWith(scenario + ": ", StringComparison.Ordinal))
        .OrderBy(field => field.Key, StringComparer.Ordinal)
        .Select(field => $"{field.Key}={field.Value}"));

    /// <summary>Describes a series of a machine, for people.</summary>
    internal static string Describe(IReadOnlyDictionary<string, string> identity) =>
        $"Profile {identity.GetValueOrDefault("profile", "unknown")}, delays × {identity.GetValueOrDefault("scale", "unknown")}, "
            + $"requests ÷ {identity.GetValueOrDefault("request divisor", "unknown")}, "
            + $"hosting {identity.GetValueOrDefault("hosting", "unknown")}, "
            + $"BenchmarkDotNet {identity.GetValueOrDefault("BenchmarkDotNet", "unknown")}"
        + (identity.TryGetValue(JobOptions, out string? job) ? $", {JobOptions} {job}" : "");

    /// <summary>Describes the machine of a series, for people: each field that can tell two machines apart.</summary>
    public static string DescribeHost(IReadOnlyDictionary<string, string> identity)
    {
        return $"{Field("processor")}, {Field("cores")} cores, {Field("system")}, {Field("runtime")}, server {Field("server")}, "
            + $"latency by {Field("clock")}";

        string Field(string name) => identity.GetValueOrDefault(name, "unknown");
    }

    /// <summary>A readable file name for the machine: valid on any file system, and different for different machines.</summary>
    public static string FingerprintOf(HostFingerprint host)
    {
        string text = string.Join('\n', HostFields(host).Select(field => $"{field.Key}={field.Value}"));
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        string readable = new string(
            [.. $"{host.Cores}-cores-{host.Runtime}-{host.Server}"
                .ToLowerInvariant()
                .Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')]);
        return $"{readable.Trim('.', '-')}-{digest}";
    }

    private static Dictionary<string, string> HostFields(HostFingerprint host)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["processor"] = host.Cpu,
            ["cores"] = Figures.Whole(host.Cores),
            ["system"] = host.Os,
            ["runtime"] = host.Runtime,
            ["server"] = host.Server,
            ["clock"] = host.Clock,
        };
        if (host.RuntimeSettings is { } settings)
            fields["runtime settings"] = settings; // otherwise absent, so that runs from before this field stay comparable
        return fields;
    }

    private static bool Shared(string field, RunRecord reference, RunRecord candidate)
    {
        ScenarioRecord? owner = reference.Scenarios
            .Concat(candidate.Scenarios)
            .FirstOrDefault(scenario => field.StartsWith(scenario.Id + ": ", StringComparison.Ordinal));
        return owner is null || (Serves(reference, owner.Id) && Serves(candidate, owner.Id));
    }

    private static bool Serves(RunRecord run, string scenario) => run.Scenarios.Any(one => one.Id == scenario);
}

using System.Reflection;
using System.Security.Cryptography;
using Fixtures.Scenarios;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Says which code runs: host and child, base and head must not be mistaken for each other.</summary>
public static class SourceHash
{
    /// <summary>
    /// Hash of the three assemblies' module version ids. The compiler derives these from all it compiled
    /// (builds are deterministic), so the same source gives the same value in every folder. Lower-case hex, 16 digits.
    /// </summary>
    public static string OfThisBuild { get; } = Compute(typeof(Scenario).Assembly, typeof(SourceHash).Assembly, typeof(RunRecord).Assembly);

    private static string Compute(params Assembly[] assemblies)
    {
        byte[] ids = [.. assemblies.SelectMany(assembly => assembly.ManifestModule.ModuleVersionId.ToByteArray())];
        return Convert.ToHexStringLower(SHA256.HashData(ids))[..16];
    }
}

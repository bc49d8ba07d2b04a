using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Says which code runs: host and child, base and head must not be mistaken for each other.</summary>
public static class SourceHash
{
    private static readonly Assembly[] s_assemblies = [typeof(Scenario).Assembly, typeof(SourceHash).Assembly, typeof(RunRecord).Assembly];

    /// <summary>
    /// Hash of the three assemblies' module version ids. The compiler derives these from all it compiled
    /// (builds are deterministic), so the same source gives the same value in every folder. Lower-case hex, 16 digits.
    /// </summary>
    public static string OfThisBuild { get; } = Compute(s_assemblies.Select(assembly => assembly.ManifestModule.ModuleVersionId));

    /// <summary>The same of a build that lies in a folder and does not run.</summary>
    /// <exception cref="IOException">An assembly is not there, or is none.</exception>
    public static string OfBuild(string folder) =>
        Compute(s_assemblies.Select(assembly => IdOf(Path.Combine(folder, assembly.GetName().Name + ".dll"))));

    private static Guid IdOf(string file)
    {
        using var assembly = new PEReader(File.OpenRead(file));
        try
        {
            MetadataReader metadata = assembly.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }
        catch (Exception none) when (none is BadImageFormatException or InvalidOperationException)
        {
            throw new IOException($"{file} is no assembly", none);
        }
    }

    private static string Compute(IEnumerable<Guid> ids) =>
        Convert.ToHexStringLower(SHA256.HashData([.. ids.SelectMany(id => id.ToByteArray())]))[..16];
}

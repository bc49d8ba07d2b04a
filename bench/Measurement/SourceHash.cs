using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Identifies the code that runs, so that host and child, or base and head, are not confused.</summary>
public static class SourceHash
{
    // Not gate's: none of its code is measured, and older builds do not have it.
    private static readonly Assembly[] s_assemblies = [typeof(Scenario).Assembly, typeof(SourceHash).Assembly, typeof(RunRecord).Assembly];

    /// <summary>
    /// Hash of the module version ids of the three assemblies. The compiler derives these ids from its whole input (builds are
    /// deterministic), so the same source gives the same value in every folder. Lower-case hex, 16 digits.
    /// </summary>
    public static string OfThisBuild { get; } = Compute(s_assemblies.Select(assembly => assembly.ManifestModule.ModuleVersionId));

    /// <summary>The same for a build in a folder, without running it.</summary>
    /// <exception cref="IOException">An assembly is missing, or it is not an assembly.</exception>
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
            throw new IOException($"{file} is not a .NET assembly", none);
        }
    }

    private static string Compute(IEnumerable<Guid> ids) =>
        Convert.ToHexStringLower(SHA256.HashData([.. ids.SelectMany(id => id.ToByteArray())]))[..16];
}

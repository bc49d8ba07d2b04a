using System.Diagnostics;

namespace BenchGate.Builds;

/// <summary>
/// Environment variables that MSBuild takes for properties and that move a build's output or change what is restored. This checkout's
/// Directory.Build.props sets them all; a base can be older than that.
/// </summary>
internal static class BuildVariables
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "Platform", "PlatformTarget", "ArtifactsPath", "UseArtifactsOutput", "BaseOutputPath", "OutputPath", "OutDir",
        "BaseIntermediateOutputPath", "IntermediateOutputPath", "MSBuildProjectExtensionsPath", "AppendPlatformToOutputPath",
        "AppendTargetFrameworkToOutputPath", "AppendRuntimeIdentifierToOutputPath", "AssemblyName", "TargetName", "TargetExt",
        "TargetFrameworks", "RuntimeIdentifier", "RuntimeIdentifiers", "UseCurrentRuntimeIdentifier", "SelfContained",
        "PublishSelfContained", "PublishRuntimeIdentifier", "PublishAot", "PublishReadyToRun", "PublishSingleFile", "PublishTrimmed",
        "NuGetLockFilePath",
    ];

    /// <summary>Removes them in any case, because MSBuild ignores the case of a property.</summary>
    public static ProcessStartInfo Remove(ProcessStartInfo build)
    {
        foreach (string name in build.Environment.Keys.Where(name => Names.Contains(name, StringComparer.OrdinalIgnoreCase)).ToArray())
            build.Environment.Remove(name);
        return build;
    }
}

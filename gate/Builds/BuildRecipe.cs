namespace BenchGate.Builds;

/// <summary>How a side is built.</summary>
/// <param name="Project">The project's file, from the top of the source, with slashes.</param>
/// <param name="Framework">The target framework, such as net10.0; null for a project that has only one.</param>
/// <param name="IsSuite">
/// For the suite of this repository: it maps its paths itself, and environment variables that MSBuild takes for properties are removed.
/// </param>
internal sealed record BuildRecipe(string Project, string? Framework = null, bool IsSuite = false)
{
    /// <summary>
    /// The same source gives the same bytes in every folder, so that a change that does not reach the program is recognised. Without
    /// analyzers, which take half of the time and change no code.
    /// </summary>
    /// <param name="root">The folder of the source.</param>
    public IReadOnlyList<string> Arguments(string root) =>
    [
        "build", Project, "-c", "Release", "--nologo", "-v", "quiet", "--disable-build-servers",
        .. Framework is { } framework ? new[] { "-f", framework } : [],
        .. IsSuite ? [] : new[]
        {
            $"-p:PathMap={root}=/src", "-p:Deterministic=true", "-p:ContinuousIntegrationBuild=true", "-p:GeneratePackageOnBuild=false",
        },
        "-p:RunAnalyzers=false",
    ];

    /// <summary>Arguments that print the path of the program that was built.</summary>
    public IReadOnlyList<string> AskForProgram =>
    [
        "msbuild", Project, "-getProperty:TargetPath", "-p:Configuration=Release",
        .. Framework is { } framework ? new[] { $"-p:TargetFramework={framework}" } : [],
    ];

    /// <summary>Identifies what is built of a source, beside the source itself.</summary>
    public string Key => $"{Project} {Framework}";
}

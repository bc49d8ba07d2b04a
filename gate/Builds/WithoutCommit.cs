using System.Diagnostics;

namespace BenchGate.Builds;

/// <summary>
/// Keeps the commit out of a build. The folder of a side has no .git, where the packages that compute a version from it would fail. And
/// with a version of its own, no commit would have the same program as another.
/// </summary>
internal static class WithoutCommit
{
    // MSBuild takes an environment variable for a property, unless the project sets it.
    private static readonly (string Name, string Value)[] s_variables =
    [
        ("IncludeSourceRevisionInInformationalVersion", "false"), // the SDK
        ("EnableSourceControlManagerQueries", "false"), // SourceLink
        ("MinVerVersionOverride", "1.0.0"), // MinVer
        ("NBGV_GitEngine", "Disabled"), // Nerdbank.GitVersioning
        ("DisableGitVersionTask", "true"), // GitVersion.MsBuild
    ];

    public static void AddTo(ProcessStartInfo start)
    {
        foreach ((string name, string value) in s_variables)
            start.Environment[name] = value;
    }
}

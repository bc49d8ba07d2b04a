using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using BenchGate.Builds;
using BenchGate.Processes;
using Tests.House;

namespace Tests.Field;

/// <summary>
/// MSBuild takes environment variables for properties. None of them may move the output: the scripts would start an older program.
/// </summary>
public sealed class BuildPropertiesTests
{
    private static readonly Dictionary<string, string> s_likely = new(StringComparer.Ordinal)
    {
        ["Platform"] = "x64",
        ["RuntimeIdentifier"] = "linux-x64",
        ["RuntimeIdentifiers"] = "linux-x64",
        ["PublishRuntimeIdentifier"] = "linux-x64",
        ["TargetFrameworks"] = "net8.0;net10.0",
    };

    private static readonly string[] s_unset =
        ["RuntimeIdentifier", "RuntimeIdentifiers", "PublishRuntimeIdentifier", "PublishAot", "NuGetLockFilePath", "TargetFrameworks"];

    [Fact]
    public async Task No_variable_moves_the_output()
    {
        Dictionary<string, string> properties = await PropertiesAsync();

        Assert.Equal(Checkout.FullPath("bench/bin/Release/net10.0/Benchmarks.dll"), properties["TargetPath"]);
        Assert.Equal("obj/Release/net10.0/", properties["IntermediateOutputPath"].Replace('\\', '/'));
        Assert.Equal(Checkout.FullPath("bench/obj/"), properties["MSBuildProjectExtensionsPath"]);
        Assert.Equal("AnyCPU", properties["Platform"]);
        Assert.Equal("false", properties["SelfContained"]);
        Assert.All(s_unset, name => Assert.Equal("", properties[name]));
    }

    /// <summary>BenchmarkDotNet gives this path on its command line, so that two builds do not use the same files.</summary>
    [Fact]
    public async Task An_option_still_moves_it()
    {
        Dictionary<string, string> properties = await PropertiesAsync("-p:ArtifactsPath=/elsewhere");

        Assert.StartsWith("/elsewhere/", properties["IntermediateOutputPath"].Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void The_builds_of_a_gate_remove_the_same_variables() => Assert.Equal(
        BuildVariables.Names.Order(StringComparer.Ordinal),
        XDocument.Parse(Checkout.Text("Directory.Build.props"))
            .Descendants("PropertyGroup")
            .Single(group => (string?)group.Attribute("Label") == "not from the environment")
            .Elements()
            .Select(property => property.Name.LocalName)
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public void They_do_so_in_any_case_and_leave_the_others()
    {
        var start = new ProcessStartInfo("dotnet");
        start.Environment["PLATFORM"] = "BPC"; // as on some PCs
        start.Environment["useartifactsoutput"] = "true";

        BuildVariables.Remove(start);

        Assert.DoesNotContain(start.Environment.Keys, name => BuildVariables.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
        Assert.Contains("PATH", start.Environment.Keys, StringComparer.OrdinalIgnoreCase);
    }

    private static async Task<Dictionary<string, string>> PropertiesAsync(params string[] options)
    {
        string[] asked = ["TargetPath", "IntermediateOutputPath", "MSBuildProjectExtensionsPath", "Platform", "SelfContained", .. s_unset];
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "msbuild", Checkout.FullPath("bench/Benchmarks.csproj"), "-nodeReuse:false", "-p:Configuration=Release", .. options,
                .. asked.Select(name => "-getProperty:" + name),
            ]);
        foreach (string name in BuildVariables.Names)
            start.Environment[name] = s_likely.GetValueOrDefault(name, "true");
        ChildProcess said = await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.True(said.Exit == 0, said.FirstLine);
        return JsonDocument.Parse(said.Output).RootElement.GetProperty("Properties").Deserialize<Dictionary<string, string>>()!;
    }
}

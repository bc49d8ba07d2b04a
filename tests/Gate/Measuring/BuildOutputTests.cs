using System.Text;
using BenchGate.Builds;

namespace Tests.Gate.Measuring;

public sealed class BuildOutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("output-é-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_path_of_a_side_s_source_is_not_a_difference()
    {
        BuildOutput before = Build("base", "the same code"), after = Build("head", "the same code");

        Assert.Equal(before, after);
        Assert.Equal(3, after.Files);
    }

    [Theory]
    [InlineData("other code", "")]
    [InlineData("the same code", "/other")]
    public void Anything_else_is(string code, string below) =>
        Assert.NotEqual(Build("base", "the same code").Hash, Build("head", code, below).Hash);

    /// <summary>A program, and the files that Microsoft.NET.Test.Sdk and ASP.NET Core's tests leave beside it.</summary>
    private BuildOutput Build(string side, string code, string below = "")
    {
        string root = Directory.CreateDirectory(Path.Combine(_folder, side)).FullName;
        string bin = Directory.CreateDirectory(Path.Combine(root, "bin")).FullName;
        File.WriteAllText(Path.Combine(bin, "Program.dll"), code);
        File.WriteAllText(Path.Combine(bin, ".msCoverageSourceRootsMapping_Program"), $"{root}{below}/src=/_/", Encoding.Unicode);
        File.WriteAllText(Path.Combine(bin, "MvcTestingAppManifest.json"), $$"""{"Program": "{{root}}{{below}}"}""");
        return BuildOutput.Of(bin, root);
    }
}

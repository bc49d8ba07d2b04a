using BenchGate.Builds;
using BenchGate.Errors;
using Benchmarks.Gate;
using Tests.Gate.Measuring;

namespace Tests.Field;

/// <summary>The gate keeps a build only if its program runs, and builds a broken one again.</summary>
public sealed class KeptBuildTests : IDisposable
{
    private static readonly string[] s_assemblies = ["Fixtures.dll", "Benchmarks.dll", "Results.dll"];
    private static readonly string[] s_copied = [.. s_assemblies, "Benchmarks.runtimeconfig.json"];

    // Copies the assemblies of this build instead of compiling: a second, and everything after the compiler is the same.
    private static readonly string s_project = $"""
        <Project DefaultTargets="Build">
          <PropertyGroup>
            <TargetPath>$(MSBuildProjectDirectory)/bin/Release/net10.0/Benchmarks.dll</TargetPath>
          </PropertyGroup>
          <Target Name="Restore" />
          <Target Name="Build">
            <Copy SourceFiles="{string.Join(';', s_copied.Select(name => Path.Combine(AppContext.BaseDirectory, name)))}"
                  DestinationFolder="$(MSBuildProjectDirectory)/bin/Release/net10.0" />
          </Target>
        </Project>
        """;

    private readonly SuiteRepository _repository = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("kept-").FullName;

    public void Dispose()
    {
        _repository.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_kept_build_that_lost_its_program_is_built_again()
    {
        SourceTree source = await SourceAsync();
        using var cache = BuildCache.Claim(_folder, (_, _) => Task.CompletedTask);
        string folder = cache.FolderOf(source, SideBuild.Recipe),
            program = Path.Combine("bench", "bin", "Release", "net10.0", "Benchmarks.dll");
        string mark = Path.Combine(Directory.CreateDirectory(folder).FullName, ".built");
        await File.WriteAllLinesAsync(mark, [program, "a hash", "57"]);

        BuiltSide build = await BuildAsync(cache, source);

        Assert.Equal(Path.Combine(folder, program), build.Program);
        Assert.True(File.Exists(build.Program));
        Assert.Equal([program, build.Output.Hash, "4"], await File.ReadAllLinesAsync(mark));
    }

    [Fact]
    public async Task A_build_whose_program_does_not_run_is_not_kept()
    {
        SourceTree source = await SourceAsync();
        using var cache = BuildCache.Claim(_folder, (_, _) => throw new UsageException("it does not run"));

        await Assert.ThrowsAsync<UsageException>(
            () => BuildAsync(cache, source));

        Assert.False(File.Exists(Path.Combine(cache.FolderOf(source, SideBuild.Recipe), ".built")));
    }

    [Fact]
    public async Task A_program_is_asked_for_its_version()
    {
        await SideBuild.RequireAnswerAsync(BothSides.Built, CancellationToken.None);

        string program = Path.Combine(_folder, "Benchmarks.dll");
        foreach (string assembly in s_assemblies)
            File.Copy(Path.Combine(AppContext.BaseDirectory, assembly), Path.Combine(_folder, assembly));
        BuiltSide broken = BothSides.Built with { Program = program };
        UsageException refused =
            await Assert.ThrowsAsync<UsageException>(() => SideBuild.RequireAnswerAsync(broken, CancellationToken.None));

        Assert.Contains("does not run", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private Task<BuiltSide> BuildAsync(BuildCache cache, SourceTree source) =>
        cache.BuildAsync(source, _repository.Folder, SideBuild.Recipe, blame: 1, TextWriter.Null, CancellationToken.None);

    private async Task<SourceTree> SourceAsync()
    {
        _repository.Write(SuiteRepository.Project, s_project);
        _repository.Commit();
        return await SourceTree.OfCommitAsync(_repository.Folder, "main", SuiteRepository.Project, CancellationToken.None);
    }
}

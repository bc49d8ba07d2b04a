using BenchGate.Errors;
using Benchmarks.Gate;
using Tests.Gate.Measuring;

namespace Tests.Field;

/// <summary>The gate keeps a build only if its program runs, and builds a broken one again.</summary>
public sealed class KeptBuildTests : IDisposable
{
    private static readonly string[] s_assemblies = ["Fixtures.dll", "Benchmarks.dll", "Results.dll"];

    // Copies the assemblies of this build instead of compiling: a second, and everything after the compiler is the same.
    private static readonly string s_project = $"""
        <Project DefaultTargets="Build">
          <Target Name="Restore" />
          <Target Name="Build">
            <Copy SourceFiles="{string.Join(';', s_assemblies.Select(name => Path.Combine(AppContext.BaseDirectory, name)))}"
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
        string mark = Path.Combine(Directory.CreateDirectory(Folder(source)).FullName, ".built");
        await File.WriteAllTextAsync(mark, "");

        SideBuild build = await cache.BuildAsync(source, _repository.Folder, TextWriter.Null, CancellationToken.None);

        Assert.Equal(Path.Combine(Folder(source), "bench", "bin", "Release", "net10.0", "Benchmarks.dll"), build.Program);
        Assert.True(File.Exists(build.Program) && File.Exists(mark));
    }

    [Fact]
    public async Task A_build_whose_program_does_not_run_is_not_kept()
    {
        SourceTree source = await SourceAsync();
        using var cache = BuildCache.Claim(_folder, (_, _) => throw new UsageException("it does not run"));

        await Assert.ThrowsAsync<UsageException>(
            () => cache.BuildAsync(source, _repository.Folder, TextWriter.Null, CancellationToken.None));

        Assert.False(File.Exists(Path.Combine(Folder(source), ".built")));
    }

    [Fact]
    public async Task A_program_is_asked_for_its_version()
    {
        await SideBuild.RequireAnswerAsync(BothSides.ThisBuild, CancellationToken.None);

        SideBuild broken = BothSides.ThisBuild with { Program = Path.Combine(_folder, "Benchmarks.dll") };
        UsageException refused =
            await Assert.ThrowsAsync<UsageException>(() => SideBuild.RequireAnswerAsync(broken, CancellationToken.None));

        Assert.Contains("does not run", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private string Folder(SourceTree source) => Path.Combine(_folder, source.Tree[..16]);

    private async Task<SourceTree> SourceAsync()
    {
        _repository.Write(SuiteRepository.Project, s_project);
        _repository.Commit();
        return await SourceTree.OfCommitAsync(_repository.Folder, "main", CancellationToken.None);
    }
}

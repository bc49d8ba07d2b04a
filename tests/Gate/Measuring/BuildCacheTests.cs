using BenchGate.Builds;
using BenchGate.Errors;
using Benchmarks.Gate;

namespace Tests.Gate.Measuring;

public sealed class BuildCacheTests : IDisposable
{
    private readonly SuiteRepository _repository = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("cache-").FullName;

    public void Dispose()
    {
        _repository.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Two_gates_at_once_would_disturb_each_other()
    {
        using (BuildCache.Claim(_folder))
        {
            UsageException refused = Assert.Throws<UsageException>(() => BuildCache.Claim(_folder));
            Assert.Contains("wait for the other gate", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }

        BuildCache.Claim(_folder).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        Assert.Contains(
            "XDG_CACHE_HOME",
            Assert.Throws<UsageException>(() => BuildCache.Claim(Path.Combine(file, "gate"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_that_does_not_build_is_refused_with_the_first_error_and_not_taken_for_built_later()
    {
        _repository.Write(SuiteRepository.Project, "<Project>");
        _repository.Commit();
        SourceTree broken = await SourceTree.OfCommitAsync(_repository.Folder, "main", SuiteRepository.Project, CancellationToken.None);
        using var cache = BuildCache.Claim(_folder);

        for (int attempt = 0; attempt < 2; attempt++)
        {
            GateException refused = await Assert.ThrowsAsync<GateException>(() => BuildAsync(cache, broken));
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("main does not build", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Benchmarks.csproj", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }
    }

    [Fact]
    public async Task Building_one_side_does_not_remove_the_other_s_build_however_the_clock_was_set()
    {
        (SourceTree before, SourceTree after) = (
            new SourceTree("main", null, Dirty: false, new string('a', 40)),
            new SourceTree("working tree", null, Dirty: true, new string('b', 40)));
        using var cache = BuildCache.Claim(_folder);
        string built = Directory.CreateDirectory(cache.FolderOf(before, SideBuild.Recipe)).FullName;
        File.WriteAllText(Path.Combine(built, "program.dll"), "");
        File.WriteAllLines(Path.Combine(built, ".built"), ["program.dll", "a hash", "57"]);
        DateTime ahead = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1);
        string[] others = [.. Enumerable.Range(0, 5).Select(i => Directory.CreateDirectory(Path.Combine(_folder, $"other-{i}")).FullName)];
        foreach (string other in others)
            Directory.SetLastWriteTimeUtc(other, ahead);
        BuiltSide kept = await BuildAsync(cache, before);
        Assert.Equal((Path.Combine(built, "program.dll"), new BuildOutput("a hash", 57)), (kept.Program, kept.Output));

        // old builds are deleted before the missing tree is noticed
        await Assert.ThrowsAnyAsync<Exception>(() => BuildAsync(cache, after));

        Assert.True(File.Exists(Path.Combine(built, ".built")));
        Assert.Equal(4, others.Count(Directory.Exists));
    }

    [Fact]
    public void A_build_that_lost_its_files_is_refused_with_the_remedy()
    {
        var built = new BuiltSide(
            new SourceTree("main", null, Dirty: false, new string('a', 40)), _folder, Path.Combine(_folder, "Benchmarks.dll"), new("", 1));

        Assert.Contains("remove it", Assert.Throws<UsageException>(() => SideBuild.Of(built)).Message, StringComparison.Ordinal);
    }

    private Task<BuiltSide> BuildAsync(BuildCache cache, SourceTree source) =>
        cache.BuildAsync(source, _repository.Folder, SideBuild.Recipe, blame: 1, TextWriter.Null, CancellationToken.None);
}

using Benchmarks.Gate;
using Benchmarks.Measurement;

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
            var refused = Assert.Throws<UsageException>(() => BuildCache.Claim(_folder));
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

        Assert.Contains("XDG_CACHE_HOME", Assert.Throws<UsageException>(() => BuildCache.Claim(Path.Combine(file, "gate"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_that_does_not_build_is_refused_with_the_first_error_and_not_taken_for_built_later()
    {
        _repository.Write(SuiteRepository.Project, "<Project>");
        _repository.Commit();
        SourceTree broken = await SourceTree.OfCommitAsync(_repository.Folder, "main", CancellationToken.None);
        using var cache = BuildCache.Claim(_folder);

        for (int attempt = 0; attempt < 2; attempt++)
        {
            var refused = await Assert.ThrowsAsync<UsageException>(() => cache.BuildAsync(broken, _repository.Folder, TextWriter.Null, CancellationToken.None));
            Assert.Contains("main does not build", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Benchmarks.csproj", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }
    }

    [Fact]
    public void A_build_that_lost_its_files_is_refused_with_the_remedy()
    {
        var tree = new SourceTree("main", null, Dirty: false, new string('a', 40));

        Assert.Contains("remove " + _folder, Assert.Throws<UsageException>(() => SideBuild.In(_folder, tree)).Message, StringComparison.Ordinal);
    }
}

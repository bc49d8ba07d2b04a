using BenchGate.Builds;
using BenchGate.Errors;
using Tests.Gate.Measuring;

namespace Tests.Builds;

public sealed class SubmoduleTests : IDisposable
{
    private const string Local = "protocol.file.allow=always";
    private readonly SuiteRepository _inner = new(), _outer = new();
    private readonly string _first;

    public SubmoduleTests()
    {
        _inner.Write("lib.txt", "one");
        _first = _inner.Commit();
        _outer.Git("-c", Local, "submodule", "--quiet", "add", _inner.Folder, "libs/ü x");
        _outer.Write(SuiteRepository.Project, "project");
        _outer.Commit();
    }

    public void Dispose()
    {
        _inner.Dispose();
        _outer.Dispose();
    }

    [Fact]
    public async Task Its_files_are_those_of_the_recorded_commit_and_in_the_work_tree_the_current_ones()
    {
        _outer.Write("libs/ü x/lib.txt", "two");
        SourceTree recorded = await OfCommitAsync(), current = await OfWorkTreeAsync();
        Assert.Equal("one", (await _outer.ExtractAsync(recorded, _outer.Folder))["libs/ü x/lib.txt"]);
        Assert.Equal("two", (await _outer.ExtractAsync(current, _outer.Folder))["libs/ü x/lib.txt"]);
        Assert.Equal((recorded.Tree, true), (current.Tree, current.Dirty));
        Assert.NotEqual(recorded.Key, current.Key); // so it is built anew
    }

    [Fact]
    public async Task Unchanged_it_is_the_same_source()
    {
        SourceTree recorded = await OfCommitAsync(), current = await OfWorkTreeAsync();
        Assert.Equal((recorded.Key, false), (current.Key, current.Dirty));
        Assert.Equal(_first, Assert.Single(recorded.Submodules).Source!.Commit);
    }

    [Fact]
    public async Task One_that_is_not_checked_out_is_named_if_the_source_does_not_build()
    {
        _outer.Git("submodule", "--quiet", "deinit", "--force", "libs/ü x");
        SourceTree source = await OfCommitAsync();
        Assert.Null(Assert.Single(source.Submodules).Source);
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            await source.ExtractAsync(_outer.Folder, folder, CancellationToken.None);
            GateException failed = await Assert.ThrowsAsync<GateException>(
                () => new Compilation(source, folder, new BuildRecipe(SuiteRepository.Project), 3).RunAsync(CancellationToken.None));
            Assert.EndsWith(
                "The submodule libs/ü x is not checked out: git submodule update --init may help.",
                failed.Message,
                StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_clone_without_the_recorded_commit_must_be_fetched()
    {
        const string Unknown = "0123456789012345678901234567890123456789";
        _outer.Git("update-index", "--cacheinfo", $"160000,{Unknown},libs/ü x");
        _outer.Git("commit", "-q", "-m", "later");
        UsageException refused = await Assert.ThrowsAsync<UsageException>(OfCommitAsync);
        Assert.Equal(
            "libs/ü x is a submodule, and its clone has no commit 012345678901; run git -C libs/ü x fetch.", refused.Message);
    }

    private Task<SourceTree> OfCommitAsync() =>
        SourceTree.OfCommitAsync(_outer.Folder, "HEAD", SuiteRepository.Project, CancellationToken.None);

    private Task<SourceTree> OfWorkTreeAsync() => SourceTree.OfWorkingTreeAsync(_outer.Folder, CancellationToken.None);
}

using BenchGate.Builds;
using BenchGate.Errors;

namespace Tests.Gate.Measuring;

public sealed class SourceTreeTests : IDisposable
{
    private readonly SuiteRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task The_working_tree_is_what_lies_there_uncommitted_and_untracked_files_included()
    {
        _repository.Write(SuiteRepository.Project, "one");
        _repository.Write("removed.txt", "old");
        _repository.Write("staged.txt", "old");
        _repository.Write(".gitignore", "bin/\n");
        string commit = _repository.Commit();
        _repository.Write(SuiteRepository.Project, "two");
        _repository.Write("staged.txt", "staged");
        _repository.Git("add", "staged.txt");
        _repository.Write("staged.txt", "newest");
        _repository.Write("new folder/ünew.txt", "new");
        _repository.Write("bench/bin/built.dll", "ignored");
        File.Delete(Path.Combine(_repository.Folder, "removed.txt"));
        string before = _repository.Git("status", "--porcelain=v2"), index = IndexHash();

        SourceTree head = await SourceTree.OfWorkingTreeAsync(_repository.Folder, CancellationToken.None);

        Assert.Equal((SourceTree.WorkingTree, commit, true), (head.Name, head.Commit, head.Dirty));
        Dictionary<string, string> files = await _repository.ExtractAsync(head, _repository.Folder);
        Assert.Equal(
            [".gitignore", SuiteRepository.Project, "new folder/ünew.txt", "staged.txt"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("two", "newest"), (files[SuiteRepository.Project], files["staged.txt"]));
        // and the user's staging is unchanged
        Assert.Equal((before, index), (_repository.Git("status", "--porcelain=v2"), IndexHash()));

        string IndexHash() => _repository.Git("ls-files", "--stage");
    }

    [Fact]
    public async Task A_clean_working_tree_is_its_commit()
    {
        _repository.Write(SuiteRepository.Project, "one");
        string commit = _repository.Commit();

        SourceTree head = await SourceTree.OfWorkingTreeAsync(_repository.Folder, CancellationToken.None);
        SourceTree same = await SourceTree.OfCommitAsync(_repository.Folder, "main", SuiteRepository.Project, CancellationToken.None);

        Assert.Equal((head.Commit, head.Dirty, head.Tree), (same.Commit, same.Dirty, same.Tree));
        Assert.Equal(("main", commit), (same.Name, same.Commit));
    }

    [Fact]
    public async Task A_commit_is_what_was_committed()
    {
        _repository.Write(SuiteRepository.Project, "one");
        string first = _repository.Commit();
        _repository.Write(SuiteRepository.Project, "two");
        _repository.Commit();

        SourceTree before = await SourceTree.OfCommitAsync(_repository.Folder, "HEAD~1", SuiteRepository.Project, CancellationToken.None);

        Assert.Equal(first, before.Commit);
        Assert.Equal("one", (await _repository.ExtractAsync(before, _repository.Folder))[SuiteRepository.Project]);
    }

    [Fact]
    public async Task The_suite_may_be_a_folder_of_a_larger_repository()
    {
        _repository.Write("other.txt", "not the suite's");
        _repository.Write("tools/suite/" + SuiteRepository.Project, "one");
        _repository.Commit();
        string root = Path.Combine(_repository.Folder, "tools", "suite");
        _repository.Write("other.txt", "changed");

        SourceTree head = await SourceTree.OfWorkingTreeAsync(root, CancellationToken.None);
        SourceTree before = await SourceTree.OfCommitAsync(root, "HEAD", SuiteRepository.Project, CancellationToken.None);

        Assert.Equal(before.Tree, head.Tree);
        Assert.Equal([SuiteRepository.Project], (await _repository.ExtractAsync(head, root)).Keys);
    }

    [Theory]
    [InlineData("no-such-branch", "no-such-branch")]
    [InlineData("--all", "--all")]
    [InlineData("", "--base")]
    [InlineData("0123456789abcdef0123456789abcdef01234567", "git fetch --unshallow")]
    public async Task A_base_that_git_does_not_know_is_refused_with_the_remedy(string name, string told)
    {
        _repository.Write(SuiteRepository.Project, "one");
        _repository.Commit();

        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => SourceTree.OfCommitAsync(_repository.Folder, name, SuiteRepository.Project, CancellationToken.None));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_base_from_before_the_suite_is_refused_with_the_remedy()
    {
        _repository.Write("README.md", "empty yet");
        string commit = _repository.Commit();

        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => SourceTree.OfCommitAsync(_repository.Folder, commit, SuiteRepository.Project, CancellationToken.None));

        Assert.Contains(SuiteRepository.Project, refused.Message, StringComparison.Ordinal);
        Assert.Contains("later commit", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_git_is_refused_with_the_remedy()
    {
        string folder = Directory.CreateTempSubdirectory("no-git-").FullName;
        try
        {
            foreach (Func<Task> ask in (Func<Task>[])[() => SourceTree.OfWorkingTreeAsync(folder, CancellationToken.None), () =>
                SourceTree.OfCommitAsync(folder, "HEAD", SuiteRepository.Project, CancellationToken.None)])
            {
                UsageException refused = await Assert.ThrowsAsync<UsageException>(ask);
                Assert.Contains(folder, refused.Message, StringComparison.Ordinal);
                Assert.Contains("it must run in a clone", refused.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', refused.Message);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

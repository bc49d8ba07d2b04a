using BenchGate.Builds;
using BenchGate.Errors;
using BenchGate.Processes;
using Tests.Gate.Measuring;

namespace Tests.Builds;

public sealed class BuildFailureTests : IDisposable
{
    private readonly SuiteRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("The command could not be loaded\n\nRequested SDK version: 9.0.100\nglobal.json file: /a b/global.json\n\nInstalled SDKs:",
        "/a b/global.json asks for .NET SDK 9.0.100, which is not installed; install it, or allow another one there with rollForward")]
    [InlineData("\nwarning\n/a/B.cs(1,2): error CS0103: no x [/a/b.csproj]", "/a/B.cs(1,2): error CS0103: no x")]
    [InlineData("A.targets(1,2): warning MSB3026: No space left on device\nA.targets(1,2): error MSB3027: Could not copy",
        "there is no space left on the device; make space, or set TMPDIR and XDG_CACHE_HOME to folders that have some")]
    [InlineData("\nSomething else\nmore", "Something else")]
    public void Why_dotnet_failed_is_one_line(string printed, string says) =>
        Assert.Equal(says, DotnetFailure.Of(new ChildProcess(1, printed, "")));

    [Fact]
    public async Task A_library_is_no_program()
    {
        _repository.Write("A.proj", "<Project><Target Name=\"Build\"/><Target Name=\"Restore\"/><PropertyGroup>"
            + "<TargetPath>$(MSBuildProjectDirectory)/a.dll</TargetPath></PropertyGroup></Project>");
        _repository.Write("a.dll", "");
        var source = new SourceTree("main", null, Dirty: false, "");
        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => new Compilation(source, _repository.Folder, new BuildRecipe("A.proj"), 3).RunAsync(CancellationToken.None));
        Assert.Equal(
            "A.proj of main is a library, or a program for .NET Framework; allowed is a program for .NET that starts BenchmarkDotNet.",
            refused.Message);
    }

    [Fact]
    public async Task A_folder_without_git_is_told_what_the_gate_needs_it_for()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        UsageException refused = await Assert.ThrowsAsync<UsageException>(() => new Git(folder).AskAsync(CancellationToken.None, "status"));
        Directory.Delete(folder);
        Assert.Equal($"{folder}: git status failed (fatal: not a git repository (or any of the parent directories): .git); "
            + "the gate takes its base from git, so it must run in a clone.", refused.Message);
    }

    [Fact]
    public async Task Results_in_the_repository_are_no_source_of_the_next_gate()
    {
        _repository.Write(SuiteRepository.Project, "one");
        _repository.Commit();
        _repository.Write("results/gate.md", "page");
        string results = Path.Combine(_repository.Folder, "results");
        Assert.True((await SourceTree.OfWorkingTreeAsync(_repository.Folder, CancellationToken.None)).Dirty);
        Assert.False((await SourceTree.OfWorkingTreeAsync(_repository.Folder, CancellationToken.None, except: results)).Dirty);
        _repository.Write(".gitignore", "results/\n");
        _repository.Commit();
        Assert.False((await SourceTree.OfWorkingTreeAsync(_repository.Folder, CancellationToken.None, except: results)).Dirty);
    }

    [Fact]
    public void Pointers_of_large_files_are_found_where_git_lfs_is_used()
    {
        const string Pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n";
        _repository.Write("data/a.bin", Pointer);
        Assert.Empty(LargeFiles.AbsentIn(_repository.Folder));
        _repository.Write(".gitattributes", "*.bin filter=lfs diff=lfs\n");
        _repository.Write("data/there.bin", "content");
        Assert.Equal([Path.Combine("data", "a.bin")], LargeFiles.AbsentIn(_repository.Folder));
    }
}

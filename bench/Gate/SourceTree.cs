using Benchmarks.Errors;
using Benchmarks.Measurement;
using Benchmarks.Processes;

namespace Benchmarks.Gate;

/// <summary>The source of one side, as git knows it.</summary>
/// <param name="Name">What a person calls it: the git ref, or "working tree".</param>
/// <param name="Commit">Full hash; null before the first commit.</param>
/// <param name="Dirty">Whether it differs from that commit.</param>
/// <param name="Tree">Hash of the suite's folder with everything in it: equal only if the source is.</param>
internal sealed record SourceTree(string Name, string? Commit, bool Dirty, string Tree)
{
    public const string WorkingTree = "working tree";
    private const string Project = "bench/Benchmarks.csproj";

    /// <summary>A commit, by any name that git knows.</summary>
    /// <exception cref="UsageException">There is no such commit, or the suite is not in it.</exception>
    public static async Task<SourceTree> OfCommitAsync(string root, string name, CancellationToken stop)
    {
        var git = new Git(root);
        string prefix = await git.AskAsync(stop, "rev-parse", "--show-prefix");
        string commit = await git.TryAsync(stop, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
            ?? throw new UsageException($"--base is '{name}', which git does not know here; give a commit, tag or branch that this clone has (a shallow clone has few: git fetch --unshallow).");
        string? tree = await git.TryAsync(stop, "rev-parse", "--verify", "--quiet", $"{commit}:{prefix.TrimEnd('/')}");
        return tree is not null && await git.TryAsync(stop, "cat-file", "-e", $"{tree}:{Project}") is not null
            ? new SourceTree(name, commit, Dirty: false, tree)
            : throw new UsageException($"--base is '{name}' ({commit[..12]}), which has no {prefix}{Project}: the suite was not there yet; choose a later commit.");
    }

    /// <summary>The files as they lie there, uncommitted and untracked ones included, but none that git ignores.</summary>
    /// <exception cref="UsageException">It is no git checkout.</exception>
    public static async Task<SourceTree> OfWorkingTreeAsync(string root, CancellationToken stop)
    {
        using var scratch = new ScratchFolder();
        var user = new Git(root);
        string prefix = await user.AskAsync(stop, "rev-parse", "--show-prefix");
        string index = Path.Combine(scratch.Path, "index");
        string users = Path.GetFullPath(await user.AskAsync(stop, "rev-parse", "--git-path", "index"), root);
        if (File.Exists(users))
            File.Copy(users, index); // git then reads only the files that changed

        var git = new Git(root, index);
        await git.AskAsync(stop, "add", "--all", "--", ".");
        string whole = await git.AskAsync(stop, "write-tree");
        string tree = await git.AskAsync(stop, "rev-parse", $"{whole}:{prefix.TrimEnd('/')}");
        string? commit = await user.TryAsync(stop, "rev-parse", "--verify", "--quiet", "HEAD");
        string? committed = commit is null ? null : await user.TryAsync(stop, "rev-parse", "--verify", "--quiet", $"{commit}:{prefix.TrimEnd('/')}");
        return new SourceTree(WorkingTree, commit, tree != committed, tree);
    }

    /// <summary>Writes every file into a folder that is empty or not there yet.</summary>
    public async Task ExtractAsync(string root, string folder, CancellationToken stop)
    {
        using var scratch = new ScratchFolder();
        // from the top, since below it git would write only that part of the tree
        string top = await new Git(root).AskAsync(stop, "rev-parse", "--show-toplevel");
        var git = new Git(top, Path.Combine(scratch.Path, "index"));
        await git.AskAsync(stop, "read-tree", Tree);
        await git.AskAsync(stop, "checkout-index", "--all", $"--prefix={folder}{Path.DirectorySeparatorChar}");
    }
}

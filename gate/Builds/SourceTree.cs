using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Builds;

/// <summary>The source of one side, in git.</summary>
/// <param name="Name">The name for people: the git ref, or "working tree".</param>
/// <param name="Commit">Full hash; null before the first commit.</param>
/// <param name="Dirty">Whether it differs from that commit.</param>
/// <param name="Tree">Hash of the folder and its content; equal only if the source is equal.</param>
internal sealed record SourceTree(string Name, string? Commit, bool Dirty, string Tree)
{
    public const string WorkingTree = "working tree";

    /// <summary>The repositories inside of it.</summary>
    public IReadOnlyList<Submodule> Submodules { get; init; } = [];

    /// <summary>Identifies all of it: the current files of a submodule are not part of the tree.</summary>
    public string Key => string.Join(' ', Submodules.Select(one => one.Source?.Key).OfType<string>().Prepend(Tree));

    /// <summary>A commit, by any name that git knows.</summary>
    /// <param name="root">The folder that is taken: the top of the repository, or one below it.</param>
    /// <param name="project">The project's file, from that folder.</param>
    /// <exception cref="UsageException">There is no such commit, or it does not contain the project.</exception>
    public static async Task<SourceTree> OfCommitAsync(string root, string name, string project, CancellationToken stop)
    {
        var git = new Git(root);
        string prefix = await git.AskAsync(stop, "rev-parse", "--show-prefix");
        string commit = await git.TryAsync(stop, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
            ?? throw new UsageException(await git.TryAsync(stop, "rev-parse", "--verify", "--quiet", "HEAD") is null
                ? $"{root}: git has no commit here yet; commit the base, and name it with --base."
                : $"--base is '{name}', but git does not know it; allowed is a commit, tag or branch of this clone "
                    + "(a shallow clone lacks some: run git fetch --unshallow, or give actions/checkout fetch-depth: 0).");
        string? tree = await git.TryAsync(stop, "rev-parse", "--verify", "--quiet", $"{commit}:{prefix.TrimEnd('/')}");
        return tree is not null && await git.TryAsync(stop, "cat-file", "-e", $"{tree}:{project}") is not null
            ? new SourceTree(name, commit, Dirty: false, tree) { Submodules = await Submodule.OfAsync(root, tree, current: false, stop) }
            : throw new UsageException($"--base is '{name}' ({commit[..12]}), but that commit has no {prefix}{project}; "
                + "choose a later commit.");
    }

    /// <summary>The current files, also uncommitted and untracked ones, but not those that git ignores.</summary>
    /// <param name="except">A folder whose files are left out, such as that of results; it need not be in the repository.</param>
    /// <exception cref="UsageException">The folder is not a git checkout.</exception>
    public static async Task<SourceTree> OfWorkingTreeAsync(string root, CancellationToken stop, string? except = null)
    {
        using var scratch = new ScratchFolder();
        var user = new Git(root);
        string prefix = await user.AskAsync(stop, "rev-parse", "--show-prefix");
        string index = Path.Combine(scratch.Path, "index");
        string users = Path.GetFullPath(await user.AskAsync(stop, "rev-parse", "--git-path", "index"), root);
        if (File.Exists(users))
            File.Copy(users, index); // git then reads only the files that changed

        var git = new Git(root, index);
        await git.AskAsync(stop, ["add", "--all", "--", ".", .. await WithoutAsync(root, except, stop)]);
        string whole = await git.AskAsync(stop, "write-tree");
        string tree = await git.AskAsync(stop, "rev-parse", $"{whole}:{prefix.TrimEnd('/')}");
        string? commit = await user.TryAsync(stop, "rev-parse", "--verify", "--quiet", "HEAD");
        string? committed = commit is null
            ? null
            : await user.TryAsync(stop, "rev-parse", "--verify", "--quiet", $"{commit}:{prefix.TrimEnd('/')}");
        IReadOnlyList<Submodule> submodules = await Submodule.OfAsync(root, tree, current: true, stop);
        bool dirty = tree != committed || submodules.Any(one => one.Source is { Dirty: true });
        return new SourceTree(WorkingTree, commit, dirty, tree) { Submodules = submodules };
    }

    /// <summary>git refuses to leave out what it ignores.</summary>
    private static async Task<string[]> WithoutAsync(string root, string? folder, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
            return [];
        string below = Path.GetRelativePath(root, folder).Replace('\\', '/');
        bool inside = below != "." && below.Split('/')[0] != ".." && !Path.IsPathRooted(below);
        return inside && await new Git(root).TryAsync(stop, "check-ignore", "--quiet", "--", below) is null
            ? [$":(exclude,literal){below}"]
            : [];
    }

    /// <summary>Writes every file into a folder that is empty or does not exist.</summary>
    public async Task ExtractAsync(string root, string folder, CancellationToken stop)
    {
        using var scratch = new ScratchFolder();
        // run in the top folder, because in a subfolder git writes only that part of the tree
        string top = await new Git(root).AskAsync(stop, "rev-parse", "--show-toplevel");
        var git = new Git(top, Path.Combine(scratch.Path, "index"));
        await git.AskAsync(stop, "read-tree", Tree);
        await git.AskAsync(stop, "checkout-index", "--all", $"--prefix={folder}{Path.DirectorySeparatorChar}");
        foreach (Submodule one in Submodules.Where(one => one.Source is not null))
            await one.Source!.ExtractAsync(one.Root!, Path.Combine(folder, one.Path), stop);
    }
}

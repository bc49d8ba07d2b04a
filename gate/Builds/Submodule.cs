using BenchGate.Errors;

namespace BenchGate.Builds;

/// <summary>A repository inside of the repository, whose files a build needs, too.</summary>
/// <param name="Path">Its folder, from the folder that is taken of the repository, with slashes.</param>
/// <param name="Root">Its checkout; null if it is not checked out, as for one that only the documentation needs.</param>
/// <param name="Source">Its files; null without a checkout.</param>
internal sealed record Submodule(string Path, string? Root, SourceTree? Source)
{
    private const string Mode = "160000 commit ";

    /// <summary>The submodules of a tree, without those inside of them.</summary>
    /// <param name="root">The folder that is taken: the top of the repository, or one below it.</param>
    /// <param name="tree">Hash of its files.</param>
    /// <param name="current">Whether their current files are meant, uncommitted ones included, and not the recorded commits.</param>
    /// <exception cref="UsageException">The clone of one lacks the recorded commit.</exception>
    public static async Task<IReadOnlyList<Submodule>> OfAsync(string root, string tree, bool current, CancellationToken stop)
    {
        string listed = await new Git(root).AskAsync(stop, "ls-tree", "-r", "-z", "--full-tree", tree);
        List<Submodule> found = [];
        foreach (string line in listed.Split('\0').Where(line => line.StartsWith(Mode, StringComparison.Ordinal)))
        {
            string[] parts = line[Mode.Length..].Split('\t', 2);
            found.Add(await FindAsync(root, parts[1], parts[0], current, stop));
        }

        return found;
    }

    private static async Task<Submodule> FindAsync(string root, string path, string commit, bool current, CancellationToken stop)
    {
        string folder = System.IO.Path.Combine(root, path);
        var git = new Git(folder);
        // without a checkout the folder belongs to the outer repository, and so it has a prefix there
        if (!Directory.Exists(folder) || await git.TryAsync(stop, "rev-parse", "--show-prefix") is not "")
            return new(path, null, null);
        if (current)
            return new(path, folder, await SourceTree.OfWorkingTreeAsync(folder, stop));
        string recorded = await git.TryAsync(stop, "rev-parse", "--verify", "--quiet", commit + "^{tree}")
            ?? throw new UsageException($"{path} is a submodule, and its clone has no commit {commit[..12]}; run git -C {path} fetch.");
        return new(path, folder, new SourceTree(path, commit, Dirty: false, recorded)
        {
            Submodules = await OfAsync(folder, recorded, current, stop),
        });
    }
}

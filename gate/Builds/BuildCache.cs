using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchGate.Errors;

namespace BenchGate.Builds;

/// <summary>
/// The folder where both sides are checked out and built, once for each source. It is outside the checkout, because a second project with
/// the same name there breaks BenchmarkDotNet. It is not below the temporary folder, where BenchmarkDotNet refuses to run.
/// It is locked until disposed: a second gate on this machine would disturb the measurement of the first.
/// </summary>
internal sealed class BuildCache : IDisposable
{
    private const int Kept = 6;
    private const string Done = ".built";
    private readonly string _folder;
    private readonly FileStream _claim;
    private readonly Func<BuiltSide, CancellationToken, Task> _requireAnswer;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private BuildCache(string folder, FileStream claim, Func<BuiltSide, CancellationToken, Task> requireAnswer) =>
        (_folder, _claim, _requireAnswer) = (folder, claim, requireAnswer);

    /// <summary>The user's cache folder: $XDG_CACHE_HOME, ~/.cache, or the system's folder for it.</summary>
    /// <param name="program">The program that the builds are for.</param>
    public static string DefaultFolder(string program)
    {
        string? chosen = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        string cache = chosen is { Length: > 0 } ? chosen
            : OperatingSystem.IsLinux() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.GetFullPath(Path.Combine(cache, program, "gate"));
    }

    /// <param name="requireAnswer">
    /// Throws a <see cref="UsageException"/> if the program of a build does not run; default: it is not asked.
    /// </param>
    /// <exception cref="UsageException">Another gate is running, or the folder cannot be used.</exception>
    public static BuildCache Claim(string folder, Func<BuiltSide, CancellationToken, Task>? requireAnswer = null)
    {
        string file = Path.Combine(folder, ".lock");
        try
        {
            Directory.CreateDirectory(folder);
            var claim = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new BuildCache(folder, claim, requireAnswer ?? ((_, _) => Task.CompletedTask));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: cannot be held ({e.Message}); "
                + "wait for the other gate to end, or set XDG_CACHE_HOME to a writable folder.");
        }
    }

    /// <summary>The build of a side, from an earlier gate or new. A kept build whose program does not answer is built again.</summary>
    /// <param name="root">The folder that the source is taken from.</param>
    /// <param name="blame">Exit code if it does not build.</param>
    /// <exception cref="GateException">The build failed; the message has the compiler's first error.</exception>
    /// <exception cref="UsageException">Its program does not answer.</exception>
    public async Task<BuiltSide> BuildAsync(
        SourceTree source, string root, BuildRecipe recipe, int blame, TextWriter output, CancellationToken stop)
    {
        string folder = FolderOf(source, recipe);
        _used.Add(Path.GetFileName(folder));
        if (await KeptAsync(folder, source, stop) is not { } build)
        {
            await output.WriteLineAsync($"Building {source.Name} in {folder} …");
            await ExtractAsync(source, root, folder, stop);
            if (LargeFiles.AbsentIn(folder) is [var first, ..] absent)
                await output.WriteLineAsync($"warning: {absent.Count} files of {source.Name} are pointers of git-lfs, such as {first}; "
                    + "if the benchmarks read them, install git-lfs and run git lfs pull.");
            build = await new Compilation(source, folder, recipe, blame).RunAsync(stop);
            await _requireAnswer(build, stop);
            await File.WriteAllLinesAsync(Path.Combine(folder, Done), Marked(build), stop);
        }

        Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().UtcDateTime);
        return build;
    }

    private async Task ExtractAsync(SourceTree source, string root, string folder, CancellationToken stop)
    {
        try
        {
            Discard(folder);
            MakeRoom();
            await source.ExtractAsync(root, folder, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder}: cannot be written ({e.Message}); make space, or set XDG_CACHE_HOME to another folder.", e);
        }
    }

    /// <summary>The folder of a build. Equal sources that are built in the same way have one folder.</summary>
    internal string FolderOf(SourceTree source, BuildRecipe recipe) => Path.Combine(
        _folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Key} {recipe.Key}")))[..16]);

    private static string[] Marked(BuiltSide build) =>
    [
        Path.GetRelativePath(build.Root, build.Program), build.Output.Hash, build.Output.Files.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>The build of an earlier gate; null if there is none, or if it is broken.</summary>
    private async Task<BuiltSide?> KeptAsync(string folder, SourceTree source, CancellationToken stop)
    {
        string done = Path.Combine(folder, Done);
        if (!File.Exists(done) || await File.ReadAllLinesAsync(done, stop) is not [var program, var hash, var files]
            || !File.Exists(Path.Combine(folder, program)))
            return null;
        try
        {
            var output = new BuildOutput(hash, int.Parse(files, CultureInfo.InvariantCulture));
            var build = new BuiltSide(source, folder, Path.Combine(folder, program), output);
            await _requireAnswer(build, stop);
            return build;
        }
        catch (UsageException)
        {
            return null;
        }
    }

    public void Dispose() => _claim.Dispose();

    // Keeps the folders of this gate first: if the clock was set back, older builds have later times than the new ones.
    private void MakeRoom()
    {
        IEnumerable<DirectoryInfo> mostWanted = new DirectoryInfo(_folder)
            .EnumerateDirectories()
            .OrderByDescending(folder => _used.Contains(folder.Name))
            .ThenByDescending(folder => folder.LastWriteTimeUtc);
        foreach (DirectoryInfo old in mostWanted.Skip(Kept - 1))
            Discard(old.FullName);
    }

    private static void Discard(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        File.Delete(Path.Combine(folder, Done)); // delete this first: an incomplete build must not look complete
        Directory.Delete(folder, recursive: true);
    }
}

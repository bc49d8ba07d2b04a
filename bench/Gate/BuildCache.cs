using System.Diagnostics;
using BenchGate.Errors;
using BenchGate.Processes;

namespace Benchmarks.Gate;

/// <summary>
/// The folder where both sides are checked out and built, once for each source. It is outside the checkout, because a second project with
/// the same name there breaks BenchmarkDotNet. It is not below the temporary folder, where BenchmarkDotNet refuses to run.
/// It is locked until disposed: a second gate on this machine would disturb the measurement of the first.
/// </summary>
internal sealed class BuildCache : IDisposable
{
    private const int Kept = 6;
    private const string Done = ".built";
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);
    private readonly string _folder;
    private readonly FileStream _claim;
    private readonly Func<SideBuild, CancellationToken, Task> _requireAnswer;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private BuildCache(string folder, FileStream claim, Func<SideBuild, CancellationToken, Task> requireAnswer) =>
        (_folder, _claim, _requireAnswer) = (folder, claim, requireAnswer);

    /// <summary>The user's cache folder: $XDG_CACHE_HOME, ~/.cache, or the system's folder for it.</summary>
    public static string DefaultFolder
    {
        get
        {
            string? chosen = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            string cache = chosen is { Length: > 0 } ? chosen
                : OperatingSystem.IsLinux() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")
                : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.GetFullPath(Path.Combine(cache, "async-benchmarks", "gate"));
        }
    }

    /// <param name="requireAnswer">Throws a <see cref="UsageException"/> if the program of a build does not run; default: it is asked for
    /// its version.</param>
    /// <exception cref="UsageException">Another gate is running, or the folder cannot be used.</exception>
    public static BuildCache Claim(string folder, Func<SideBuild, CancellationToken, Task>? requireAnswer = null)
    {
        string file = Path.Combine(folder, ".lock");
        try
        {
            Directory.CreateDirectory(folder);
            var claim = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new BuildCache(folder, claim, requireAnswer ?? SideBuild.RequireAnswerAsync);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: cannot be held ({e.Message}); "
                + "wait for the other gate to end, or set XDG_CACHE_HOME to a writable folder.");
        }
    }

    /// <summary>The build of a side, from an earlier gate or new. A kept build whose program does not answer is built again.</summary>
    /// <exception cref="UsageException">The build failed; the message has the compiler's first error. Or its program does not
    /// answer.</exception>
    public async Task<SideBuild> BuildAsync(SourceTree source, string root, TextWriter output, CancellationToken stop)
    {
        string folder = Path.Combine(_folder, source.Tree[..16]), done = Path.Combine(folder, Done);
        _used.Add(Path.GetFileName(folder));
        if (await KeptAsync(folder, source, stop) is not { } build)
        {
            await output.WriteLineAsync($"Building {source.Name} in {folder} …");
            Discard(folder);
            MakeRoom();
            await source.ExtractAsync(root, folder, stop);
            await CompileAsync(source, folder, stop);
            build = SideBuild.In(folder, source);
            await _requireAnswer(build, stop);
            await File.WriteAllTextAsync(done, "", stop);
        }

        Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().UtcDateTime);
        return build;
    }

    /// <summary>The build of an earlier gate; null if there is none, or if it is broken.</summary>
    private async Task<SideBuild?> KeptAsync(string folder, SourceTree source, CancellationToken stop)
    {
        if (!File.Exists(Path.Combine(folder, Done)))
            return null;
        try
        {
            var build = SideBuild.In(folder, source);
            await _requireAnswer(build, stop);
            return build;
        }
        catch (UsageException)
        {
            return null;
        }
    }

    public void Dispose() => _claim.Dispose();

    private static async Task CompileAsync(SourceTree source, string folder, CancellationToken stop)
    {
        // Without analyzers, because they take half of the build's time and do not change the speed of the code.
        string[] arguments =
        [
            "build", Path.Combine("bench", "Benchmarks.csproj"), "-c", "Release", "--nologo", "-v", "quiet", "--disable-build-servers",
            "-p:RunAnalyzers=false",
        ];
        ProcessStartInfo start =
            BuildVariables.Remove(SideBuild.Clean(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder }));
        ChildProcess build;
        try
        {
            build = await ChildProcess.RunAsync(start, s_limit, stop);
        }
        catch (TimeoutException slow)
        {
            throw new UsageException($"The build of {source.Name} did not end: {slow.Message}; run it yourself in {folder}.");
        }

        if (build.Exit != 0)
            throw new UsageException(
                $"{source.Name} does not build: {FirstError(build)} (dotnet build -c Release in {folder} shows all of it).");
    }

    private static string FirstError(ChildProcess build) =>
        build.Output.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))?.Split(" [")[0].Trim()
            ?? build.FirstLine;

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

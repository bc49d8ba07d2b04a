using System.Diagnostics;
using BenchGate.Processes;
using Benchmarks.Measurement;

namespace Tests.House;

/// <summary>The checkout that this build was made from.</summary>
internal static class Checkout
{
    public static string Root { get; } = CheckoutFolder.Root;

    public static string FullPath(string file) => Path.Combine(Root, file);

    /// <summary>The files that git tracks, relative to the root and with slashes. Skips the test if git does not work.</summary>
    public static IReadOnlyList<string> Tracked()
    {
        if (!Path.Exists(FullPath(".git")))
            Assert.Skip("not a git checkout");

        var start =
            new ProcessStartInfo("git", "ls-files -z") { WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false };
        using Process git = Process.Start(start)!;
        string[] files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Where(file => File.Exists(FullPath(file)))];
    }

    /// <summary>Why a patch does not fit the files of the checkout, in git's words; null if it fits.</summary>
    /// <param name="patch">Its path from the root, or a full one.</param>
    public static async Task<string?> WhyNotPatchedAsync(string patch)
    {
        var start = new ProcessStartInfo("git", ["apply", "--check", patch]) { WorkingDirectory = Root };
        ChildProcess git = await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(1), CancellationToken.None);
        return git.Exit == 0 ? null : git.Error.ReplaceLineEndings(" ").Trim();
    }

    /// <summary>The C# files below a folder of the checkout, as paths from its root with forward slashes.</summary>
    public static IReadOnlyList<string> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(FullPath(folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string file) => File.ReadAllText(FullPath(file));

    public static string[] Lines(string file) => File.ReadAllLines(FullPath(file));

    /// <summary>The files below a folder that contain a text, each with the matching lines.</summary>
    public static IEnumerable<(string File, string Line)> Find(string folder, string text) =>
        from file in Sources(folder)
        from line in Lines(file)
        where line.Contains(text, StringComparison.Ordinal)
        select (file, line.Trim());
}

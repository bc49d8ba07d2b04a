using System.Diagnostics;
using Benchmarks.Measurement;

namespace Tests.Docs;

/// <summary>The files of this checkout, as a reader of the repository meets them.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetDirectoryName(CheckoutFolder.Project)!;

    public static string FullPath(string file) => Path.Combine(Root, file);

    /// <summary>What git tracks, relative to the root and with slashes; skips the test where git cannot say.</summary>
    public static IReadOnlyList<string> Tracked()
    {
        if (!Path.Exists(FullPath(".git")))
            Assert.Skip("not a git checkout");

        var start = new ProcessStartInfo("git", "ls-files -z") { WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false };
        using Process git = Process.Start(start)!;
        string[] files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Where(file => File.Exists(FullPath(file)))];
    }
}

using System.Diagnostics;
using BenchGate.Builds;

namespace Tests.Gate.Measuring;

/// <summary>A git repository in a temporary folder, with a file in place of the suite's project.</summary>
internal sealed class SuiteRepository : IDisposable
{
    public const string Project = "bench/Benchmarks.csproj";

    public SuiteRepository()
    {
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "Test");
        Git("config", "user.email", "test@localhost");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("gate-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public void Write(string file, string text)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Commit(string message = "change")
    {
        Git("add", "--all");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    public string Git(params string[] arguments)
    {
        using Process git =
            Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
        string output = git.StandardOutput.ReadToEnd().TrimEnd('\n');
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }

    /// <summary>The files of a tree and their content, as they are written for a build.</summary>
    public async Task<Dictionary<string, string>> ExtractAsync(SourceTree tree, string root)
    {
        string folder = Directory.CreateTempSubdirectory("tree-").FullName;
        try
        {
            await tree.ExtractAsync(root, folder, CancellationToken.None);
            return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

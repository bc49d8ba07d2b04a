using System.Diagnostics;
using System.Runtime.InteropServices;
using BenchGate.Processes;
using Tests.Gate.Measuring;

namespace Tests.Projects;

/// <summary>
/// A repository with a project that <c>fake-dotnet.sh</c> builds and runs, and the real program bench-gate, in its own process. The base
/// and the head differ in <c>src/side.sh</c>: shell functions that say what a side does.
/// </summary>
internal sealed class FakeProject : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly string s_root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
    private static readonly string s_gate = AppContext.BaseDirectory.Replace("/tests/bin/", "/gate/bin/", StringComparison.Ordinal);
    private readonly SuiteRepository _repository = new();
    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("fake ü ");

    /// <param name="before">The base's functions.</param>
    /// <param name="after">Those of the work tree.</param>
    public FakeProject(string before, string after)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script stands for dotnet");
        string commands = Directory.CreateDirectory(Path.Combine(_around.FullName, "bin")).FullName;
        string fake = Path.Combine(commands, "dotnet");
        File.Copy(House.Checkout.FullPath("tests/Projects/fake-dotnet.sh"), fake);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _repository.Write("src/App.csproj", "");
        _repository.Write("src/side.sh", $"side=base\n{before}\n");
        _repository.Commit();
        _repository.Write("src/side.sh", $"side=head\n{after}\n");
    }

    public string Results => Path.Combine(_around.FullName, "results");

    /// <summary>A file that a side's functions can write: its path is in $AROUND.</summary>
    public string Around(string file) => Path.Combine(_around.FullName, file);

    public void Write(string file, string text) => _repository.Write(file, text);

    /// <summary>What git sees of the user's folder.</summary>
    public string State => _repository.Git("status", "--porcelain=v2", "--ignored");

    /// <summary>Runs the gate to its end.</summary>
    public Task<ChildProcess> RunAsync(params IEnumerable<string> options) =>
        ChildProcess.RunAsync(Start(options), s_patience, CancellationToken.None);

    public ProcessStartInfo Start(params IEnumerable<string> options)
    {
        // Its own executable, because a program that dotnet runs finds that dotnet before the one on the PATH.
        var start = new ProcessStartInfo(
            Path.Combine(s_gate, "BenchGate"),
            [
                "--project", Path.Combine(_repository.Folder, "src"), "--base", "main",
                "--output", Results, "--pairs", "2", .. options,
            ])
        {
            WorkingDirectory = _around.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{Around("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["REAL_DOTNET"] = Path.Combine(s_root, "dotnet");
        start.Environment["DOTNET_ROOT"] = s_root;
        start.Environment["AROUND"] = _around.FullName;
        start.Environment["XDG_CACHE_HOME"] = Around("cache");
        start.Environment["TMPDIR"] = Directory.CreateDirectory(Around("tmp")).FullName;
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("BENCH_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    public void Dispose()
    {
        _repository.Dispose();
        _around.Delete(recursive: true);
    }
}

using BenchGate.Errors;
using BenchGate.Launchers;

namespace Tests.Launchers;

public sealed class ReplayLauncherTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("exec sleep 600", "A.O of the head did not end: it was ended after 1 s. It ended before, so find out what it waits for, or "
        + "leave it out with --filter.")]
    [InlineData("echo 'System.InvalidOperationException: no file'", "A.O of the head gave no result: System.InvalidOperationException: no "
        + "file. It gave one before, so it may not work every time; repair it, or leave it out with --filter.")]
    public async Task A_launch_that_fails_later_is_one_line(string does, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "run"), does);
        var command = new ReplayCommand("sh", "run", _folder.FullName, "A.O");
        var benchmark = new LoggedBenchmark($"A.O: Job-X({SampleLog.Settings})", command, []);
        var launcher = new ReplayLauncher("the head", 1, _folder.FullName, [benchmark], TimeSpan.FromSeconds(1))
        {
            Least = TimeSpan.FromSeconds(1),
        };
        GateException failed = await Assert.ThrowsAsync<GateException>(() => launcher.LaunchAsync(["A.O"], CancellationToken.None));
        Assert.Equal((says, 1), (failed.Message, failed.ExitCode));
    }
}

using BenchGate.Errors;
using BenchGate.Processes;
using Results.Records;
using Tests.Trials.Programs;

namespace Tests.Trials.Surroundings;

/// <summary>Two runs in the same folder: the second says so and touches nothing. About 2 s.</summary>
public sealed class TwoRunsTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("run", "--profile", "smoke", "--hosting", "in-process", "--inProcess")]
    [InlineData("check")]
    public async Task The_second_says_so_in_one_line_and_changes_no_file(params string[] verb)
    {
        using var scratch = new ScratchFolder();
        using FileStream first = RunFolder.Claim(scratch.Path);
        using var second = TrialProgram.Start([.. verb, "--output", scratch.Path]);

        (int exit, string error) = await second.EndAsync(s_patience) ?? throw new TimeoutException("the second run waits silently");

        Assert.Equal(ExitCodes.Usage, exit);
        Assert.Contains(
            "wait for the other run", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(second.Lines);
        Assert.Equal([".run.lock"], Directory.EnumerateFileSystemEntries(scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_lock_file_that_a_killed_run_left_is_no_obstacle()
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(Path.Combine(scratch.Path, ".run.lock"), "");
        RunFolder.Claim(scratch.Path).Dispose();
        RunFolder.Claim(scratch.Path).Dispose();
    }
}

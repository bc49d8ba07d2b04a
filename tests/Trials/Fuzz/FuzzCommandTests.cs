using BenchGate.Processes;
using Results.Records;
using Tests.Cli;
using Tests.Measurement;

namespace Tests.Trials.Fuzz;

/// <summary>Bad command lines, seeded, in this process. They change its environment, so no other test runs at the same time.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class FuzzCommandTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task A_command_line_is_refused()
    {
        var random = new Random(FuzzTests.Seed);
        for (int i = 0; i < 200; i++)
            Assert.Null(await FuzzCommands.TryAsync(FuzzCommands.Draw(random)));
    }

    /// <summary>Locked, so that a run that wrongly begins ends at once.</summary>
    [Theory]
    [InlineData("--hosting")]
    [InlineData("--profile")]
    [InlineData("--scenario")]
    public async Task Help_as_the_value_of_an_option_starts_no_run(string option)
    {
        using var scratch = new ScratchFolder();
        using FileStream held = RunFolder.Claim(scratch.Path);
        Assert.Null(await FuzzCommands.TryAsync(["run", "--output", scratch.Path, option, "--help"]));
        (await Typed.RunAsync("run", "--output", scratch.Path, option, "--help")).IsRefused("--help");
    }
}

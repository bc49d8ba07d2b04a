using Benchmarks.Cli;
using Results.Records;
using Tests.Pages;

namespace Tests.Cli;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData(false, "--resume")]
    [InlineData(true, "'report latest/run.json' draws its pages")]
    public void What_is_kept_comes_with_the_way_on_that_there_is(bool complete, string way)
    {
        RunRecord run = Samples.Standard() with { Complete = complete };

        string kept = Interruption.Kept(run, "latest/run.json");

        Assert.StartsWith($"latest/run.json keeps {run.Planned.Count} of {run.Planned.Count} cases", kept, StringComparison.Ordinal);
        Assert.Contains(way, kept, StringComparison.Ordinal);
        Assert.NotEqual(complete, kept.Contains("--resume", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_the_first_case_nothing_is_kept() =>
        Assert.Contains(
            "nothing is kept",
            Interruption.Kept(Samples.Run() with { Complete = false, Cases = [] }, "run.json"),
            StringComparison.Ordinal);
}

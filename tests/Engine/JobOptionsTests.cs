using Benchmarks.Engine;
using Benchmarks.Serving;

namespace Tests.Engine;

/// <summary>Two runs can be compared only if no argument changes the meaning of their times.</summary>
public sealed class JobOptionsTests
{
    [Theory]
    [InlineData]
    [InlineData("--filter", "*Single", "--exporters", "csv", "--hide", "Error", "--artifacts", "elsewhere")]
    [InlineData("--anyCategories", "standard", "--allStats", "--keepFiles", "--join", "--memory", "--buildTimeout", "99")]
    [InlineData("--outliers", "DontRemove")]
    [InlineData("--wakeLock", "Display")]
    [InlineData("--iterationCount", "30", "--launchCount", "2")]
    public void What_chooses_shows_keeps_or_repeats_does_not_count(params string[] typed) => Assert.Null(HashOf(typed));

    [Theory]
    [InlineData("--affinity", "1")]
    [InlineData("--envVars", "X:Y")]
    [InlineData("--strategy", "Throughput")]
    [InlineData("--job", "short")]
    [InlineData("--outliers", "RemoveUpper")]
    [InlineData("--noForcedGCs")]
    [InlineData("--inProcess")]
    public void What_changes_the_job_or_its_environment_counts(params string[] typed)
    {
        Assert.Matches("^[0-9a-f]{16}$", HashOf(typed));
        Assert.Equal(HashOf(typed), HashOf([.. typed, "--filter", "*Single"]));
    }

    [Fact]
    public void Values_count_and_order_and_spelling_do_not()
    {
        Assert.NotEqual(HashOf("--affinity", "1"), HashOf("--affinity", "2"));
        Assert.NotEqual(HashOf("--envVars", "X:Y"), HashOf("--envVars", "X:Z"));
        Assert.NotEqual(HashOf("--job", "medium"), HashOf("--job", "long"));
        Assert.Equal(HashOf("--job", "short", "--affinity", "1"), HashOf("--AFFINITY=1", "-j", "Short"));
    }

    private static string? HashOf(params string[] typed) => BenchmarkArguments.Parse(typed, Hosting.InProcess).JobHash;
}

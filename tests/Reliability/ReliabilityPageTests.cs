using Results.Records;
using Results.Reporting.Reliability;
using Tests.Results;

namespace Tests.Reliability;

public sealed class ReliabilityPageTests
{
    private static readonly CheckRecord s_check = new("soak-requests", 1_000_000, "requests", ">= 1000000", true, "Do this.");

    [Fact]
    public void A_part_that_was_not_run_is_said_to_be_missing()
    {
        string page = Render(new() { ["soak"] = [s_check] });

        Assert.Contains("| soak-requests | ok | 1000000 |", page, StringComparison.Ordinal);
        Assert.All((string[])["fuzz", "interruptions", "faults"], name => Assert.Contains($"Not run: `./run-bench.sh reliability --only {name}`", page, StringComparison.Ordinal));
        Assert.DoesNotContain("--only soak", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_hold_carries_its_remedy()
    {
        string page = Render(new() { ["faults"] = [s_check with { Name = "faults-unaccounted", Ok = false }] });

        Assert.Contains("NOT OK", page, StringComparison.Ordinal);
        Assert.Contains("1. Do this.", page, StringComparison.Ordinal);
    }

    private static string Render(Dictionary<string, IReadOnlyList<CheckRecord>> parts) =>
        ReliabilityPage.Render(Samples.Standard().Host, Samples.Standard().Source, parts);
}

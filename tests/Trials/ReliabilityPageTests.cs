using Benchmarks.Measurement;
using Benchmarks.Processes;
using Benchmarks.Reliability;
using Results.Pages.Reliability;
using Results.Records;
using Tests.Pages;

namespace Tests.Trials;

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

    [Fact]
    public void Each_part_names_the_source_that_measured_it_and_an_old_one_says_that_it_is_unknown()
    {
        var origin = new CheckOrigin("0123456789abcdef", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)));

        string page = Render(new() { ["soak"] = [s_check with { Origin = origin }, s_check with { Origin = origin }], ["faults"] = [s_check] });

        Assert.Contains("## Load and time\n\nSource 0123456789abcdef, measured by 2026-01-02 02:04 UTC.\n\n| check", page, StringComparison.Ordinal);
        Assert.Contains("accounted for\n\nSource unknown.\n\n| check", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.Standard().Source.SourceHash, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_s_file_keeps_what_measured_it()
    {
        using var scratch = new ScratchFolder();
        string file = Path.Combine(scratch.Path, "soak.json");

        PartFile.Save([s_check], file);

        CheckRecord kept = Assert.Single(CheckFile.Load(file));
        Assert.Equal(SourceHash.OfThisBuild, kept.Origin?.SourceHash);
        Assert.Equal(s_check, kept with { Origin = null });
    }

    private static string Render(Dictionary<string, IReadOnlyList<CheckRecord>> parts) =>
        ReliabilityPage.Render(Samples.Standard().Host, parts);
}

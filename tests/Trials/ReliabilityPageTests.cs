using BenchGate.Processes;
using Benchmarks.Measurement;
using Results.Records;
using Tests.Pages;

namespace Tests.Trials;

public sealed class ReliabilityPageTests
{
    private static readonly CheckRecord s_check = new("soak-requests", 1_000_000, "requests", ">= 1000000", true, "Do this.");

    [Fact]
    public void A_part_that_was_not_run_is_said_to_be_missing()
    {
        string page = Render(("soak", [s_check]));

        Assert.Contains("| soak-requests | ok | 1000000 |", page, StringComparison.Ordinal);
        Assert.All(
            (string[])["fuzz", "interruptions", "faults"],
            name => Assert.Contains($"Not run: `.ci/reliability {name}`", page, StringComparison.Ordinal));
        Assert.DoesNotContain("reliability soak", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_hold_carries_its_remedy()
    {
        string page = Render(("faults", [s_check with { Name = "faults-unaccounted", Ok = false }]));

        Assert.Contains("NOT OK", page, StringComparison.Ordinal);
        Assert.Contains("1. Do this.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_part_names_the_source_that_was_tried()
    {
        string page = Render(("soak", [s_check]));

        Assert.Contains(
            "## Load and time\n\nSource 0123456789abcdef, measured by 2026-01-02 02:04 UTC.\n\n| check", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.Standard().Source.SourceHash, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_part_found_is_on_the_page_at_once_and_stays_when_a_later_one_fails()
    {
        using var scratch = new ScratchFolder();
        var folder = new TrialFolder(scratch.Path);

        await folder.RunAsync("soak", _ => Task.FromResult<IReadOnlyList<CheckRecord>>([s_check with { Ok = false }]));
        await Assert.ThrowsAsync<TimeoutException>(() => folder.RunAsync("fuzz", _ => throw new TimeoutException()));

        var part = TrialPart.Load(Path.Combine(scratch.Path, "soak.json"));
        Assert.Equal((SourceHash.OfThisBuild, s_check with { Ok = false }), (part.Source, Assert.Single(part.Checks)));
        Assert.Contains(
            "| soak-requests <sup>1</sup> | NOT OK |",
            await File.ReadAllTextAsync(Path.Combine(scratch.Path, "reliability.md")),
            StringComparison.Ordinal);
    }

    private static string Render(params (string Name, CheckRecord[] Checks)[] parts) => ReliabilityPage.Render(
        Samples.Standard().Host,
        parts.ToDictionary(
            part => part.Name,
            part => new TrialPart("0123456789abcdef", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), part.Checks),
            StringComparer.Ordinal));
}

using Results.Gate;
using Results.Pages.Gate;
using Results.Records;

namespace Tests.Gate;

/// <summary>A gate of another project has no request, no server and a file of renames of its own.</summary>
public class ForeignRunTests
{
    private const string Renames = "docs/renamed benchmarks.md";
    private const string Lost = "My.Benchmarks.Lookup", Kept = "My.Benchmarks.Lcg";

    private static readonly GateRules s_rules = new() { RenamesFile = Renames };

    [Theory]
    [InlineData(null, $"the head no longer has it; restore it, or retire the id in {Renames}")]
    [InlineData("", $"retired by {Renames}")]
    [InlineData(Kept, $"renamed to {Kept} by {Renames}")]
    [InlineData("Nowhere", $"{Renames} says that it is now Nowhere, but the head does not have that either; correct one of them")]
    public void A_missing_case_names_the_projects_own_file(string? successor, string reason)
    {
        GateRun run = GateSamples.Foreign();
        GateRun without = run with { Head = run.Head with { Planned = [.. run.Head.Planned.Skip(1)] }, Cases = [.. run.Cases.Skip(1)] };
        GateRules rules = successor is null
            ? s_rules
            : s_rules with { Retired = new Dictionary<string, string> { [Lost] = successor } };
        Assert.Equal(reason, PairedGate.Decide(without, rules).Cases.Single(one => one.Case == Lost).Reason);
    }

    [Fact]
    public void A_changed_counter_names_the_projects_own_file()
    {
        GateRun run = GateSamples.Foreign().With(
            Kept, one => one with { BaseCounters = new() { Digest = "a" }, HeadCounters = new() { Digest = "b" } });
        CounterFinding found = Assert.Single(PairedGate.Decide(run, s_rules).Cases.Single(one => one.Case == Kept).Findings);
        Assert.EndsWith($"retire the old one in {Renames}", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_has_a_word_of_this_suite()
    {
        GateDecision decision =
            PairedGate.Decide(GateSamples.Foreign(1.3).Allocates(Kept, 64), s_rules with { ExactAllocations = true });
        string[] pages =
        [
            GateMarkdown.Render(decision), GateComment.Render(decision), JUnitXml.Render(decision),
            GitHubActionBenchmark.Render(decision), BencherMetrics.Render(decision),
            .. GitHubAnnotations.Lines(decision), .. decision.Notes,
        ];
        Assert.All(pages, page => Assert.DoesNotMatch("request|server|profile\\b|scenario|HISTORY|\\(20 µs|--cases", page));
    }

    [Fact]
    public void Its_rules_are_read_back_from_the_decision()
    {
        string path = Path.GetTempFileName();
        try
        {
            GateRules rules = s_rules with { ExactAllocations = true };
            File.WriteAllText(path, GateDecisionFile.ToJson(PairedGate.Decide(GateSamples.Foreign(), rules)));
            GateRules read = GateDecisionFile.Load(path).Rules;
            Assert.Equal((Renames, true), (read.RenamesFile, read.ExactAllocations));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

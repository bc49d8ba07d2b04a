using Results.Gate;
using Results.Pages.Gate;

namespace Tests.Gate;

public class IdenticalBuildsTests
{
    [Fact]
    public void Two_equal_builds_pass_everywhere_and_say_that_nothing_was_measured()
    {
        GateDecision decision = IdenticalBuilds.Decide(GateSamples.Foreign() with { Warnings = ["a warning"] }, 57, new());
        Assert.Equal(GateExitCodes.Pass, decision.ExitCode);
        Assert.Empty(decision.Cases);
        Assert.Equal(["a warning"], decision.Notes);
        Assert.Empty(GitHubAnnotations.Lines(decision));
        Assert.Null(GatePicture.Render(decision));
        using var output = new StringWriter();
        GateConsole.Write(decision, ["gate.md"], output, false, 200);
        Assert.Equal(
            ["note: a warning", decision.Headline, "gate.md"], output.ToString().TrimEnd().Split('\n').Select(line => line.Trim()));
    }

    [Fact]
    public void Builds_of_which_no_file_was_compared_do_not_pass() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IdenticalBuilds.Decide(GateSamples.Foreign(), 0, new()));

    [Fact]
    public void Two_sides_without_a_common_case_are_not_identical()
    {
        GateDecision decision = PairedGate.Decide(GateSamples.Run(), new());
        Assert.Equal(GateExitCodes.NotComparable, decision.ExitCode);
        Assert.DoesNotContain("dentical", JUnitXml.Render(decision), StringComparison.Ordinal);
        Assert.Contains("How to read this", GateMarkdown.Render(decision), StringComparison.Ordinal);
    }
}

using System.Xml.Linq;
using Results.Gate;
using Results.Pages.Gate;
using Results.Records;
using Tests.Gate;

namespace Tests.Pages.Gate;

public class GoldenGateTests
{
    private static readonly GateRules s_rules = new();

    public static TheoryData<string> Situations => [.. Decisions.Keys];

    private static Dictionary<string, Func<GateDecision>> Decisions { get; } = new(StringComparer.Ordinal)
    {
        ["no-change"] = () => PairedGate.Decide(GateSamples.Standard(), s_rules),
        ["stopped"] = () => PairedGate.Decide(GateSamples.Standard(pairs: 10) with { PlannedPairs = 20 }, s_rules),
        ["regression"] = () => PairedGate.Decide(Regression(), s_rules),
        ["improvement"] = () => PairedGate.Decide(GateSamples.Standard(0.8), s_rules),
        ["inconclusive"] = () => PairedGate.Decide(GateSamples.Standard(1.04, noise: 0.08), s_rules),
        ["missing"] = () =>
            PairedGate.Decide(Missing(), s_rules with { Retired = new Dictionary<string, string> { [GateSamples.Micro] = "" } }),
        ["new"] = () => PairedGate.Decide(New(), s_rules),
        ["too-few-pairs"] = () => PairedGate.Decide(GateSamples.Standard(1.25, pairs: 5), s_rules),
        ["counters"] = () => PairedGate.Decide(Counters(), s_rules),
        ["foreign"] = () => PairedGate.Decide(
            GateSamples.Foreign().Allocates("My.Benchmarks.Lcg", 24),
            s_rules with { ExactAllocations = true, RenamesFile = "bench-gate.md" }),
        ["identical"] = () => IdenticalBuilds.Decide(GateSamples.Foreign(), 57, s_rules),
        ["hostile"] = () => PairedGate.Decide(Hostile(), s_rules),
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public void Markdown_is_as_stored(string situation) => Check(situation, "gate.md", GateMarkdown.Render);

    [Theory]
    [MemberData(nameof(Situations))]
    public void Comment_is_as_stored(string situation) => Check(situation, "gate-comment.md", GateComment.Render);

    [Theory]
    [MemberData(nameof(Situations))]
    public void Json_is_as_stored(string situation) => Check(situation, "gate.json", GateDecisionFile.ToJson);

    [Theory]
    [MemberData(nameof(Situations))]
    public void JUnit_is_as_stored(string situation) => Check(situation, "gate.junit.xml", decision =>
    {
        string xml = JUnitXml.Render(decision);
        XElement suite = XDocument.Parse(xml).Root!;
        // Green there exactly if it is green here.
        Assert.Equal(decision.ExitCode == 0, (int)suite.Attribute("failures")! + (int)suite.Attribute("errors")! == 0);
        return xml;
    });

    [Theory]
    [MemberData(nameof(Situations))]
    public void Github_action_benchmark_is_as_stored(string situation) =>
        Check(situation, "github-action-benchmark.json", GitHubActionBenchmark.Render);

    [Theory]
    [MemberData(nameof(Situations))]
    public void Bencher_is_as_stored(string situation) => Check(situation, "bencher.json", BencherMetrics.Render);

    [Theory]
    [MemberData(nameof(Situations))]
    public void Annotations_are_as_stored(string situation) => Check(situation, "annotations.txt", decision =>
    {
        Assert.All(
            GitHubAnnotations.Lines(decision), line => Assert.Matches("^::(error|warning|notice) title=[^:]+::[^\n\r\u001b]+$", line));
        return string.Concat(GitHubAnnotations.Lines(decision).Select(line => line + "\n"));
    });

    private static void Check(string situation, string file, Func<GateDecision, string> render)
    {
        using var culture = new CommaDecimalCulture();
        string text = render(Decisions[situation]());
        Assert.DoesNotContain('\r', text);
        GoldenFile.Check($"gate/{situation}", file, text);
    }

    private static GateRun Regression() => GateSamples.Run(
        GateSamples.Case(GateSamples.Fast, 11.2e6, 1.1),
        GateSamples.Case(GateSamples.Slow, 886e6),
        GateSamples.Case(GateSamples.Micro, 912, 1.25));

    private static GateRun Missing()
    {
        GateRun run = GateSamples.Standard();
        return run with { Head = run.Head with { Planned = [GateSamples.Fast] }, Cases = [run.Cases[0]] };
    }

    private static GateRun New()
    {
        GateRun run = GateSamples.Standard();
        return run with
        {
            Base = run.Base with { Planned = [GateSamples.Fast, GateSamples.Slow] },
            Cases = [.. run.Cases.Take(2)],
            Warnings = ["The budget was used up: give it more."],
        };
    }

    private static GateRun Counters() => GateSamples.Standard()
        .With(
            GateSamples.Fast, one => one with { HeadCounters = one.HeadCounters! with { PeakInFlightHeld = 1, ConnectionsOpenedCold = 1 } })
        .With(GateSamples.Slow, one => one with
        {
            HeadCounters = one.HeadCounters! with { ConnectionsOpenedCold = 151, Digest = "150 replies, 299 bytes, ac" },
            Pairs =
            [
                .. one.Pairs.Select(pair => pair with { Head = pair.Head with { AllocatedBytes = pair.Head.AllocatedBytes + (150 * 64) } }),
            ],
        });

    private static GateRun Hostile()
    {
        const string Name = "Evil.Case(x: \"</td><script>|`*::error::%0A\u001b[31m\uFFFF\")";
        GateRun run = GateSamples.Run(GateSamples.Case(Name, 5e6, 1.5));
        return run with { Base = run.Base with { Name = "a|b\n# c" }, Warnings = ["::error::x\ny"] };
    }
}

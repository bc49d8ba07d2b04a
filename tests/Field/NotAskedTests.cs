using Results.Gate;
using Results.Records;
using Tests.Gate;
using Tests.House;
using Tests.Pages;

namespace Tests.Field;

/// <summary>A case that a run was not asked for says nothing about the code. One that it was asked for and does not have does.</summary>
public sealed class NotAskedTests
{
    private const string Words = "was not asked for in this run";

    private static RunRecord Reference => ReferenceGateTests.Noisy(1);

    private static RunRecord Less => Only(ReferenceGateTests.Noisy(2), "PokeApi");

    private static Dictionary<string, (RunRecord Reference, RunRecord Run)> Choices { get; } = new(StringComparer.Ordinal)
    {
        ["filter"] = (Reference, Less with { OptionsHash = "0123456789abcdef" }),
        ["another filter"] = (Reference with { OptionsHash = "a" }, Less with { OptionsHash = "b" }),
        ["no filter any more"] = (Reference with { OptionsHash = "a" }, Less),
        ["profile"] = (Reference with { Profile = "full" }, Less),
        ["scenario"] = (Reference, Chosen(["pokeapi"], [])),
        ["scenario of an older build"] = (Reference, Chosen(["pokeapi"], []) with { Chosen = null }),
        ["fewer scenarios"] = (Chosen(["baidu", "pokeapi"], []), Chosen(["pokeapi"], [])),
        ["strategies"] = (Chosen(["pokeapi"], []), Only(Chosen(["pokeapi"], ["when-all"]), "when-all")),
        ["other strategies"] = (
            Only(Chosen(["pokeapi"], ["sequential-await"]), "sequential-await"), Only(Chosen(["pokeapi"], ["when-all"]), "when-all")),
    };

    public static TheoryData<string> Names => [.. Choices.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_choice_cannot_be_compared(string name)
    {
        GateDecision decision = Decide(Choices[name].Reference, Choices[name].Run);
        Assert.Equal(3, decision.ExitCode);
        CaseVerdict[] absent = [.. decision.Cases.Where(one => one.Reason.Contains(Words, StringComparison.Ordinal))];
        Assert.NotEmpty(absent);
        Assert.All(absent, one => Assert.Equal(Verdict.NotComparable, one.Verdict));
        Assert.DoesNotContain(decision.Cases, one => one.Verdict == Verdict.Missing);
        Assert.StartsWith("Not comparable", decision.Headline, StringComparison.Ordinal);
    }

    /// <summary>The same choice: then the code has lost the case, and this must stay a regression.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef")]
    public void The_same_choice_without_the_case_is_a_regression(string? options)
    {
        GateDecision decision = Decide(Reference with { OptionsHash = options }, Less with { OptionsHash = options });
        Assert.Equal(1, decision.ExitCode);
        Assert.Contains("the head no longer has it", decision.Cases[0].Reason, StringComparison.Ordinal);

        RunRecord all = Chosen(["pokeapi"], []);
        Assert.Equal(1, Decide(all, Only(all, "when-all")).ExitCode);
        Assert.Equal(1, Decide(all with { Chosen = null }, Only(all, "when-all")).ExitCode);
    }

    [Fact]
    public void A_case_that_was_asked_for_and_not_measured_stays_missing()
    {
        RunRecord run = ReferenceGateTests.Noisy(2) with { OptionsHash = "other" };
        Assert.Equal(1, Decide(Reference, run with { Cases = [.. run.Cases.Skip(1)] }).ExitCode);
    }

    [Fact]
    public void A_retired_case_stays_retired()
    {
        GateRules rules = new() { Retired = Reference.Planned.ToDictionary(id => id, _ => "", StringComparer.Ordinal) };
        GateDecision decision = ReferenceGate.Decide(
            new("a", Reference), new("b", Less with { OptionsHash = "x" }), [], GateMetric.Time, rules);
        Assert.Equal(0, decision.ExitCode);
    }

    [Fact]
    public void So_it_is_with_published_runs()
    {
        StoredRun Published(string name) => StoredRun.Load(Path.Combine(Checkout.Root, "results", "published", name, "run.json"));
        GateDecision decision = ReferenceGate.Decide(Published("strategies"), Published("standard"), [], GateMetric.Time, new());
        Assert.Equal(3, decision.ExitCode);
        Assert.Contains("it ran no --scenario, the reference pokeapi", decision.Cases[0].Reason, StringComparison.Ordinal);
    }

    private static GateDecision Decide(RunRecord reference, RunRecord run) =>
        ReferenceGate.Decide(new("reference.json", reference), new("candidate.json", run), [], GateMetric.Time, new());

    private static RunRecord Only(RunRecord run, string part)
    {
        IReadOnlyList<string> planned = [.. run.Planned.Where(id => id.Contains(part, StringComparison.Ordinal))];
        return run with { Planned = planned, Cases = [.. run.Cases.Where(one => planned.Contains(one.Case))] };
    }

    /// <summary>A run with --scenario of two strategies.</summary>
    private static RunRecord Chosen(string[] scenarios, string[] strategies)
    {
        RunRecord run = Samples.Run(
        [
            .. from scenario in scenarios
            from strategy in (string[])["sequential-await", "when-all"]
            select Samples.Case("PokeApi", "WhenAll", 150, 11, 5) with
            {
                Case = $"Benchmarks.Macro.ScenarioBenchmarks.Fetch(Scenario: \"{scenario}\", Strategy: \"{strategy}\")",
                Scenario = scenario,
                Strategy = strategy,
            },
        ]);
        return run with
        {
            Scenarios = [.. run.Scenarios.Where(one => scenarios.Contains(one.Id))],
            Chosen = new(scenarios, strategies),
        };
    }
}

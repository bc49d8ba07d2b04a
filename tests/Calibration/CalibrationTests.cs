using Benchmarks.Measurement;
using Results.Gate;
using Tests.Gate;

namespace Tests.Calibration;

public class CalibrationTests
{
    private static readonly GateRules s_rules = new();

    public static TheoryData<string> Noises => [.. SimulatedNoise.All.Select(noise => noise.Name)];

    [Theory]
    [MemberData(nameof(Noises))]
    public void Unchanged_gates_hardly_ever_fail(string name)
    {
        var gate = new SimulatedGate(SimulatedNoise.All.Single(noise => noise.Name == name));
        int failed = Enumerable.Range(1, 30).Count(seed => gate.Run(0, seed, s_rules).ExitCode != 0);
        // 2 or more of 30: one time in 100, at the rate that the rule allows
        Assert.InRange(failed, 0, 1);
    }

    [Fact]
    public void A_quiet_gate_stops_early_and_a_slow_one_is_found()
    {
        var gate = new SimulatedGate(SimulatedNoise.Usual);
        const int Runs = 60;
        Assert.InRange(Enumerable.Range(1, Runs).Average(seed => gate.Run(0, seed, s_rules).Pairs), 10, 14);
        SimulatedEnd[] slow = [.. Enumerable.Range(1, Runs).Select(seed => gate.Run(0.1, seed, s_rules))];
        Assert.InRange(slow.Average(end => end.Pairs), 10, 14);
        Assert.InRange(slow.Count(end => end.Found), Runs - 2, Runs);
    }

    [Theory]
    [InlineData(false, 20)]
    [InlineData(false, 12)]
    [InlineData(true, 20)]
    public void What_gates_say_they_could_see_they_see(bool skewed, int pairs)
    {
        SimulatedNoise noise = skewed ? SimulatedNoise.Skewed(0.06) : SimulatedNoise.Usual;
        var visible = SimulatedVisible.Of((new(noise, pairs), 0), 6, 100, s_rules, KeptFigures.None);
        Assert.InRange(visible.Found.Rate!.Value, s_rules.Power - 0.1, 1);
        Assert.InRange(visible.AtBest.Rate!.Value, skewed ? 0.5 : 0, skewed ? 1 : 0.1);
        Assert.InRange(SimulatedVisible.Finding(visible.Gate, 100, visible.Stated / 2, s_rules).Rate!.Value, 0, 0.7);
    }

    [Fact]
    public void Wilsons_interval_is_his()
    {
        // Wilson's own form for 0 of n: [0, z² / (n + z²)].
        (double Lower, double Upper) none = new Proportion(0, 2000).Interval!.Value;
        Assert.Equal(0, none.Lower, 12);
        Assert.Equal(3.8415 / (2000 + 3.8415), none.Upper, 6);
        Assert.Null(new Proportion(0, 0).Interval);
        Assert.Null(new Proportion(0, 0).Rate);
    }

    [Fact]
    public void The_same_seeds_give_the_same_figures_and_a_page()
    {
        var small = new SimulatedCalibration(2, 1);
        SimulatedVisible[] visible = [SimulatedVisible.Of((SimulatedVisible.All[0], 0), 1, 2, s_rules, KeptFigures.None)];
        SimulatedCell[] one = [.. small.Run(s_rules, KeptFigures.None)], other = [.. small.Run(s_rules, KeptFigures.None)];
        Assert.Equal(one, other);
        RealGate[] quiet = [new(PairedGate.Decide(GateSamples.Standard(), s_rules))];
        RealGate[] loud =
        [
            .. Enumerable.Repeat(new RealGate(PairedGate.Decide(GateSamples.Standard(1.25), s_rules)), 10),
        ];
        DefectGates[] real = [new(InjectedDefect.None, quiet), new(InjectedDefect.All.Single(defect => defect.Id == "latency-25"), loud)];
        SimulatedReferenceRow[] reference =
        [
            new(new(0.01, 0, Kept: 5), new(0, 3), new(0, 3)),
            new(new(0.02, 0, Kept: 10), new(1, 9), new(2, 9)),
        ];
        string page = CalibrationPage.Render(one, visible, reference, real, s_rules, "an example machine");
        Assert.Equal(page, CalibrationPage.Render(other, visible, reference, real, s_rules, "an example machine"));
        Assert.Contains("too few kept runs: exit code 1 | 0 | 0 of 3 |", page, StringComparison.Ordinal);
        Assert.Contains("worst row: exit code 1 | at most 0.5 % | 1 of 9 | 11.11 % (1.99 … 43.50) | NO |", page, StringComparison.Ordinal);
        Assert.Contains(
            "| real, nothing planted, both sides are the same build: alarms | 0 in 20 | 0 of 1 |", page, StringComparison.Ordinal);
        Assert.Contains("not yet measured in full", page, StringComparison.Ordinal);
        Assert.Contains("| real, planted time, latency + 25 %: alarms | at least 10 in 10 | 10 of 10 |", page, StringComparison.Ordinal);
        Assert.Contains("Slower (10)", page, StringComparison.Ordinal);
        Assert.Contains($"| both sides are the same build | {GateSamples.Fast} | 1 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_runs_it_and_names_its_parts()
    {
        string script = File.ReadAllText(Path.Combine(CheckoutFolder.Root, ".ci", "calibration"));

        Assert.Contains($" -class {typeof(GateCalibration).FullName} ", script, StringComparison.Ordinal);
        Assert.Contains($" only these parts: {string.Join(", ", GateCalibration.Parts)}\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_is_as_large_as_its_goals_ask()
    {
        (InjectedDefect Defect, int Number)[] gates = [.. CalibrationPlan.Gates(InjectedDefect.All)];

        Assert.Equal((2 * 20) + (5 * 10), gates.Length);
        Assert.Equal(gates.Length, gates.Distinct().Count());
        // a defect that changes times needs the goals' 20 pairs; a counter needs a few, for its allocations
        Assert.All(
            gates, gate => Assert.Equal(gate.Defect.IsCounted ? 10 : 20, CalibrationPlan.Gate(gate.Defect, gate.Number).Pairs.Pairs));
        // in turns: after the first gates each defect has had one
        Assert.Equal(InjectedDefect.All, gates.Take(InjectedDefect.All.Count).Select(gate => gate.Defect));
        Assert.Equal(10, CalibrationPlan.Gates([InjectedDefect.All[^1]]).Count());
    }
}

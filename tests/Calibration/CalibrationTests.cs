using Benchmarks.Measurement;
using Results.Gate;
using Tests.Gate;

namespace Tests.Calibration;

public class CalibrationTests
{
    private static readonly GateRules s_rules = new();

    public static TheoryData<string> Noises => [.. NoiseShape.All.Select(noise => noise.Name)];

    [Theory]
    [MemberData(nameof(Noises))]
    public void Every_noise_has_the_mean_and_the_deviation_that_it_says(string name)
    {
        var random = new Random(1);
        Func<Random, double> draw = NoiseShape.All.Single(noise => noise.Name == name).Draw;
        double[] values = [.. Enumerable.Range(0, 200_000).Select(_ => draw(random))];
        Assert.InRange(values.Average(), -0.03, 0.03);
        // Because of the long tail of the lognormal distribution, its sample deviation is uncertain.
        Assert.InRange(Math.Sqrt(values.Select(value => value * value).Average()), 0.9, 1.1);
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void Twenty_pairs_are_quiet_and_find_ten_percent(string name)
    {
        var gate = new SimulatedGate(NoiseShape.All.Single(noise => noise.Name == name), 0.08, 20);
        (int alarms, int found) = (0, 0);
        const int Runs = 40;
        for (int seed = 0; seed < Runs; seed++)
        {
            IReadOnlyList<CaseVerdict> cases = PairedGate.Decide(gate.Draw(0.1, seed), s_rules).Cases;
            alarms += cases.Skip(1).Any(one => one.Verdict == Verdict.Slower) ? 1 : 0;
            found += cases[0].Verdict == Verdict.Slower ? 1 : 0;
        }

        Assert.Equal(0, alarms);
        Assert.InRange(found, Runs - 4, Runs);
    }

    [Fact]
    public void What_a_run_says_it_could_see_it_sees()
    {
        var gate = new SimulatedGate(NoiseShape.All[0], 0.01, 20) { BetweenLaunches = 0.05 };
        double visible =
            Enumerable.Range(0, 50).Average(seed => PairedGate.Decide(gate.Draw(0, seed), s_rules).Cases[0].SmallestVisible!.Value);
        int found = Enumerable.Range(0, 100)
            .Count(seed => PairedGate.Decide(gate.Draw(visible, 1000 + seed), s_rules).Cases[0].Verdict == Verdict.Slower);
        Assert.InRange(found / 100.0, s_rules.Power - 0.07, 1);
        int less = Enumerable.Range(0, 100)
            .Count(seed => PairedGate.Decide(gate.Draw(visible / 2, 1000 + seed), s_rules).Cases[0].Verdict == Verdict.Slower);
        Assert.InRange(less / 100.0, 0, 0.7);
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
        (IReadOnlyList<SimulatedCell> one, IReadOnlyList<SimulatedCell> other) = (small.Run(s_rules), small.Run(s_rules));
        Assert.Equal(one.Select(cell => (cell.Alarms, cell.Found)), other.Select(cell => (cell.Alarms, cell.Found)));
        RealGate[] quiet = [new(PairedGate.Decide(GateSamples.Standard(), s_rules), TimeSpan.FromSeconds(20))];
        RealGate[] loud =
        [
            .. Enumerable.Repeat(new RealGate(PairedGate.Decide(GateSamples.Standard(1.25), s_rules), TimeSpan.FromSeconds(21)), 10),
        ];
        DefectGates[] real = [new(InjectedDefect.None, quiet), new(InjectedDefect.All.Single(defect => defect.Id == "latency-25"), loud)];
        string page = CalibrationPage.Render(one, real, s_rules, "an example machine");
        Assert.Equal(page, CalibrationPage.Render(other, real, s_rules, "an example machine"));
        Assert.Contains("| real, nothing: both sides are the same build: alarms | 0 in 20 | 0 of 1 |", page, StringComparison.Ordinal);
        Assert.Contains("not yet measured in full", page, StringComparison.Ordinal);
        Assert.Contains("| real, latency + 25 %: alarms | at least 10 in 10 | 10 of 10 |", page, StringComparison.Ordinal);
        Assert.Contains("Slower (10)", page, StringComparison.Ordinal);
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

        Assert.Equal(20 + (5 * 10), gates.Length);
        Assert.Equal(gates.Length, gates.Distinct().Count());
        // a defect that changes times needs the goals' 20 pairs; a counter needs a few, for its allocations
        Assert.All(gates, gate => Assert.Equal(gate.Defect.IsCounted ? 6 : 20, CalibrationPlan.Gate(gate.Defect, gate.Number).Pairs));
        // in turns: after the first six gates each defect has had one
        Assert.Equal(InjectedDefect.All, gates.Take(InjectedDefect.All.Count).Select(gate => gate.Defect));
        Assert.Equal(10, CalibrationPlan.Gates([InjectedDefect.All[^1]]).Count());
    }
}

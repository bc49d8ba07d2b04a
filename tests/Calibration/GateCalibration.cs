using System.Globalization;
using BenchGate.Builds;
using BenchGate.Processes;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Formatting;
using Results.Gate;
using Results.Records;
using Tests.Measurement;

namespace Tests.Calibration;

/// <summary>
/// The program of .ci/calibration: the gate's own rule on simulated runs, and on real gates of this source with known defects. Nothing
/// else runs it.
/// </summary>
[Collection(ProcessStateScope.Collection)]
public sealed class GateCalibration(ITestOutputHelper told)
{
    /// <summary>The name in CALIBRATE_ONLY of the part without measurements.</summary>
    private const string Simulated = "simulated";

    /// <summary>All allowed names in CALIBRATE_ONLY.</summary>
    internal static IEnumerable<string> Parts => InjectedDefect.All.Select(defect => defect.Id).Prepend(Simulated);

    [Fact(Explicit = true)]
    [Trait("Length", "Long")]
    public async Task The_gate_is_as_quiet_and_as_sharp_as_its_goals_ask()
    {
        string[] only = Environment.GetEnvironmentVariable("CALIBRATE_ONLY")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        int? most = Environment.GetEnvironmentVariable("CALIBRATE_COUNT") is { Length: > 0 } count
            ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
        string kept = Path.Combine(CheckoutFolder.Root, "artifacts", "calibration");
        var rules = new GateRules();

        IReadOnlyList<DefectGates> real = await RealAsync(Chosen(only), most ?? int.MaxValue, kept, rules);
        bool simulates = only.Length == 0 || only.Contains(Simulated);
        var figures = KeptFigures.OfThisBuild(kept);
        IReadOnlyList<SimulatedCell> simulated = simulates ? Simulate(rules, figures) : [];
        IReadOnlyList<SimulatedVisible> visible = simulates ? SimulatedVisible.Rows(100, 10_000, rules, figures) : [];
        IReadOnlyList<SimulatedReferenceRow> reference =
            simulates ? SimulatedReference.Rows(10_000, 500, rules, figures, TestContext.Current.CancellationToken) : [];

        string page = only.Length == 0 && most is null
            ? Path.Combine(CheckoutFolder.Results, "published", "calibration.md")
            : Path.Combine(kept, "calibration.md");
        AtomicFile.Write(page, CalibrationPage.Render(simulated, visible, reference, real, rules, HostOf(real)));
        told.WriteLine(page);
        Assert.False(CalibrationPage.Missed(simulated, reference, real), $"a goal was missed, see {page}");
    }

    /// <summary>The chosen defects; all if none was chosen.</summary>
    private static InjectedDefect[] Chosen(string[] only)
    {
        string[] unknown = [.. only.Except(Parts)];
        Assert.True(unknown.Length == 0, $"CALIBRATE_ONLY has '{string.Join(' ', unknown)}'; allowed are {string.Join(", ", Parts)}.");
        return [.. InjectedDefect.All.Where(defect => only.Length == 0 || only.Contains(defect.Id))];
    }

    private async Task<IReadOnlyList<DefectGates>> RealAsync(InjectedDefect[] defects, int most, string kept, GateRules rules)
    {
        if (defects.Length == 0)
            return [];

        CancellationToken stop = TestContext.Current.CancellationToken;
        using var output = new ToldLines(told);
        using var guard = OrphanGuard.Begin();
        using BuildCache cache = SideBuild.Cache();
        RealCalibration calibration = await RealCalibration.BuildAsync(defects, kept, cache, output, stop);
        await calibration.RunAsync(most, output, stop);
        return calibration.Finished(rules);
    }

    private List<SimulatedCell> Simulate(GateRules rules, KeptFigures figures)
    {
        List<SimulatedCell> cells = [];
        foreach (SimulatedCell cell in SimulatedCalibration.Full.Run(rules, figures, TestContext.Current.CancellationToken))
        {
            cells.Add(cell);
            told.WriteLine(
                $"simulated {cell.Gate.Noise.Name}, at most {cell.Gate.Pairs} pairs, +{VerdictReason.Percent(cell.Effect)}: exit code 1 in "
                    + $"{SimulatedTables.Count(cell.Failed)}, {Figures.Fixed(cell.MeanPairs, 1)} pairs");
        }

        return cells;
    }

    /// <summary>The machine, the day and the commit of the real gates.</summary>
    private static string HostOf(IReadOnlyList<DefectGates> real) =>
        real.SelectMany(defect => defect.Gates).FirstOrDefault()?.Decision is { Host: var host } first
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{host.Cpu}, {host.Cores} cores, {host.Os}, {host.Runtime}, {first.StartedAt:yyyy-MM-dd} (base: {first.Base})")
            : "no machine yet";

    private sealed class ToldLines(ITestOutputHelper told) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Task WriteLineAsync(string? value)
        {
            told.WriteLine(value ?? "");
            return Task.CompletedTask;
        }
    }
}

using Benchmarks.Gate;
using Benchmarks.Gate.Calibration;
using Benchmarks.Gate.Plants;
using Benchmarks.Measurement;
using Results.Gate;
using Results.Records;

namespace Benchmarks.Commands;

/// <summary><c>gate --calibrate</c>: the shipped decision over simulated runs, and real gates of one build with known defects.</summary>
internal static class CalibrateGate
{
    public static async Task<int> ExecuteAsync(IReadOnlyList<string> only, int count, TextWriter output, CancellationToken stop)
    {
        string root = CheckoutFolder.Root;
        using var cache = BuildCache.Claim(BuildCache.DefaultFolder);
        SideBuild build = await cache.BuildAsync(await SourceTree.OfWorkingTreeAsync(root, stop), root, output, stop);
        var real = new RealCalibration(build, Path.Combine(root, "artifacts", "calibration", build.SourceHash));
        await real.RunAsync(only, count, output, stop);
        foreach (Plant plant in Plant.All)
        {
            var finished = real.Finished(plant);
            int alarms = 0;
            foreach ((GateRun run, TimeSpan took) in finished)
            {
                GateDecision decision = PairedGate.Decide(run, new GateRules());
                alarms += decision.ExitCode == 1 ? 1 : 0;
                foreach (CaseVerdict one in decision.Cases)
                    output.WriteLine($"  {plant.Id} {one.Verdict} {one.Case} {one.LogRatio} {one.Interval} visible {one.SmallestVisible} {string.Join("; ", one.Findings.Select(f => f.Text))}");
                output.WriteLine($"{took.TotalSeconds:F0} s");
            }

            output.WriteLine($"{plant.Text}: {alarms} of {finished.Count}");
        }

        return 0;
    }
}

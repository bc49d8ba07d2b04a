using System.Globalization;
using Benchmarks.Errors;
using Benchmarks.Gate;
using Benchmarks.Gate.Calibration;
using Benchmarks.Gate.Plants;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Results.Calibration;
using Results.Gate;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>gate --calibrate</c>: the shipped decision over simulated runs, and over real gates of one build with known defects.</summary>
internal static class CalibrateGate
{
    /// <summary>What <c>--only</c> calls the part that measures nothing.</summary>
    public const string Simulated = "simulated";

    /// <param name="only">Parts; empty means all, and only then the published page is renewed.</param>
    /// <param name="most">At most so many real gates now; null means all that are not finished yet.</param>
    /// <param name="output">Told of the progress, and where the page is.</param>
    public static async Task<int> ExecuteAsync(IReadOnlyList<string> only, int? most, TextWriter output, CancellationToken stop)
    {
        string root = CheckoutFolder.Root, kept = Path.Combine(root, "artifacts", "calibration");
        var rules = new GateRules();
        IReadOnlyList<RealPlant> real = await RealAsync([.. only.Where(part => part != Simulated)], only.Count == 0 || only.Any(part => part != Simulated), most ?? int.MaxValue, kept, rules, output, stop);
        IReadOnlyList<SimulatedCell> simulated = only.Count == 0 || only.Contains(Simulated) ? Simulate(rules, output, stop) : [];

        string page = only.Count == 0 && most is null ? Path.Combine(CheckoutFolder.Results, "published", "calibration.md") : Path.Combine(kept, "calibration.md");
        AtomicFile.Write(page, CalibrationPage.Render(simulated, real, rules, HostOf(real)));
        await output.WriteLineAsync(page);
        return CalibrationPage.Missed(simulated, real) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<RealPlant>> RealAsync(IReadOnlyList<string> plants, bool wanted, int most, string kept, GateRules rules, TextWriter output, CancellationToken stop)
    {
        if (!wanted)
            return [];

        using OrphanGuard guard = OrphanGuard.Begin();
        using var cache = BuildCache.Claim(BuildCache.DefaultFolder);
        SideBuild build = await cache.BuildAsync(await SourceTree.OfWorkingTreeAsync(CheckoutFolder.Root, stop), CheckoutFolder.Root, output, stop);
        var calibration = new RealCalibration(build, Path.Combine(kept, build.SourceHash));
        try
        {
            await calibration.RunAsync(plants, most, output, stop);
        }
        catch (OperationCanceledException stopped)
        {
            throw new InterruptedException($"{kept} keeps every real gate that was finished; the same command goes on with the others.", stopped);
        }

        return
        [
            .. Plant.All.Where(plant => plants.Count == 0 || plants.Contains(plant.Id)).Select(plant => new RealPlant(
                plant.Id, plant.Text, [.. calibration.Finished(plant).Select(gate => new RealGate(PairedGate.Decide(gate.Run, rules), gate.Took))])),
        ];
    }

    private static IReadOnlyList<SimulatedCell> Simulate(GateRules rules, TextWriter output, CancellationToken stop)
    {
        output.WriteLine("Simulating …");
        return new SimulatedCalibration().Run(rules, stop);
    }

    private static string HostOf(IReadOnlyList<RealPlant> real) => real.SelectMany(plant => plant.Gates).FirstOrDefault()?.Decision.Host is { } host
        ? string.Create(CultureInfo.InvariantCulture, $"{host.Cpu}, {host.Cores} cores, {host.Os}, {host.Runtime}")
        : "no machine yet";
}

using System.Diagnostics;
using System.Globalization;
using BenchGate.Builds;
using BenchGate.Errors;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Gate;
using Results.Records;

namespace Tests.Calibration;

/// <summary>
/// Runs real gates that compare this source with a copy that has a defect. Each finished gate is a file, so an interruption loses one gate.
/// </summary>
/// <param name="before">The base: the unchanged source.</param>
/// <param name="heads">The same source with each of the chosen defects.</param>
/// <param name="folder">Contains the gates of any source.</param>
internal sealed class RealCalibration(SideBuild before, OrderedDictionary<InjectedDefect, SideBuild> heads, string folder)
{
    public static async Task<RealCalibration> BuildAsync(
        IEnumerable<InjectedDefect> defects, string folder, BuildCache cache, TextWriter output, CancellationToken stop)
    {
        string root = CheckoutFolder.Root;
        SourceTree source = await SourceTree.OfWorkingTreeAsync(root, stop);
        SideBuild before = await SideBuild.BuildAsync(cache, source, root, ExitCodes.NotComparable, output, stop);
        var heads = new OrderedDictionary<InjectedDefect, SideBuild>();
        using BuildCache second = SideBuild.Cache("-second");
        foreach (InjectedDefect defect in defects)
        {
            BuildCache built = defect == InjectedDefect.TwoBuilds ? second : cache;
            heads[defect] = await SideBuild.BuildAsync(
                built, await defect.InAsync(source, root, stop), root, ExitCodes.Failed, output, stop);
        }

        return new RealCalibration(before, heads, folder);
    }

    /// <param name="most">The most gates to run now.</param>
    public async Task RunAsync(int most, TextWriter output, CancellationToken stop)
    {
        (InjectedDefect Defect, int Number)[] open =
        [
            .. CalibrationPlan.Gates([.. heads.Keys]).Where(gate => !File.Exists(FileOf(gate.Defect, gate.Number))).Take(most),
        ];
        for (int i = 0; i < open.Length; i++)
        {
            (InjectedDefect defect, int number) = open[i];
            long begun = Stopwatch.GetTimestamp();
            string file = FileOf(defect, number);
            GateRun run = await InterleavedGate.MeasureAsync(
                CalibrationPlan.Gate(defect, number), before, heads[defect], file + ".part", TextWriter.Null, stop);
            File.Move(file + ".part", file, overwrite: true);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{i + 1} of {open.Length}: {defect.Id} {number}: {run.Cases.Max(one => one.Pairs.Count)} "
                    + $"pairs, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s"));
        }
    }

    /// <summary>The results of the finished gates, by defect.</summary>
    public IReadOnlyList<DefectGates> Finished(GateRules rules) =>
        [.. heads.Keys.Select(
            defect => new DefectGates(
                defect,
                [.. FilesOf(defect).Where(File.Exists).Select(file => new RealGate(PairedGate.Decide(GateRunFile.Load(file), rules)))]))];

    private IEnumerable<string> FilesOf(InjectedDefect defect) =>
        Enumerable.Range(1, defect.Wanted).Select(number => FileOf(defect, number));

    // Select by the head's source: gates of another source, or of another patch, prove nothing about this one.
    private string FileOf(InjectedDefect defect, int number) =>
        Path.Combine(folder, $"{defect.Id}-{heads[defect].SourceHash}", number.ToString("D2", CultureInfo.InvariantCulture) + ".json");
}

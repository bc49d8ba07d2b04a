using System.Diagnostics;
using System.Globalization;
using Benchmarks.Gate.Plants;
using Results.Records;

namespace Benchmarks.Gate.Calibration;

/// <summary>Runs real gates of one build against itself. Each finished one is a file, so that an interruption costs one gate.</summary>
/// <param name="build">Both sides.</param>
/// <param name="folder">Holds the gates of this very source; those of another one prove nothing about it.</param>
internal sealed class RealCalibration(SideBuild build, string folder)
{
    /// <param name="only">Ids of plants; empty means all.</param>
    /// <param name="most">At most so many gates now.</param>
    public async Task RunAsync(IReadOnlyList<string> only, int most, TextWriter output, CancellationToken stop)
    {
        (Plant Plant, int Number)[] open = [.. CalibrationPlan.Gates(only).Where(gate => !File.Exists(FileOf(gate.Plant, gate.Number)))];
        open = [.. open.Take(most)];
        for (int i = 0; i < open.Length; i++)
        {
            (Plant plant, int number) = open[i];
            await output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {open.Length}: {plant.Id} {number} … "));
            long begun = Stopwatch.GetTimestamp();
            string file = FileOf(plant, number);
            GateRun run = await InterleavedGate.MeasureAsync(CalibrationPlan.Gate(plant, number), build, build, file + ".part", TextWriter.Null, stop);
            File.Move(file + ".part", file, overwrite: true);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{run.PlannedPairs} pairs, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s"));
        }
    }

    /// <summary>The finished gates of a plant, each with the time that it took.</summary>
    public IReadOnlyList<(GateRun Run, TimeSpan Took)> Finished(Plant plant) =>
    [
        .. Enumerable.Range(1, CalibrationPlan.GatesOf(plant)).Select(number => FileOf(plant, number)).Where(File.Exists)
            .Select(file => (Run: GateRunFile.Load(file), Written: File.GetLastWriteTimeUtc(file)))
            .Select(one => (one.Run, one.Written - one.Run.StartedAt.UtcDateTime)),
    ];

    private string FileOf(Plant plant, int number) => Path.Combine(folder, plant.Id, number.ToString("D2", CultureInfo.InvariantCulture) + ".json");
}

using Benchmarks.Cli;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Records;

namespace Tests.Gate.Measuring;

/// <summary>A gate whose two sides are this build, so nothing is checked out or built.</summary>
internal sealed class BothSides : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("gate-").FullName;

    public string File => Path.Combine(Folder, "gate-run.json");

    public static SideBuild ThisBuild { get; } = new(
        new SourceTree("main", new string('a', 40), Dirty: false, new string('b', 40)),
        CheckoutFolder.Root, typeof(Verbs).Assembly.Location, SourceHash.OfThisBuild);

    public static GatePlan Plan(int pairs, params string[] cases) =>
        new(new SuiteSettings { Profile = Profile.Gate }, cases, pairs, TimeSpan.FromMinutes(10), Iterations: 1, Seed: 1);

    public Task<GateRun> MeasureAsync(GatePlan plan, TextWriter? output = null, CancellationToken stop = default) =>
        InterleavedGate.MeasureAsync(
            plan,
            ThisBuild,
            ThisBuild with { Source = ThisBuild.Source with { Name = SourceTree.WorkingTree } },
            File,
            output ?? TextWriter.Null,
            stop);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

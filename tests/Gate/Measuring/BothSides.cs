using BenchGate.Builds;
using BenchGate.Measuring;
using Benchmarks.Cli;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Gate;
using Results.Records;

namespace Tests.Gate.Measuring;

/// <summary>A gate whose two sides are this build, so nothing is checked out or built.</summary>
internal sealed class BothSides : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("gate-").FullName;

    public string File => Path.Combine(Folder, "gate-run.json");

    /// <summary>As a gate builds it.</summary>
    public static BuiltSide Built { get; } = new(
        new SourceTree("main", new string('a', 40), Dirty: false, new string('b', 40)),
        CheckoutFolder.Root, typeof(Verbs).Assembly.Location, new BuildOutput("", 1));

    public static SideBuild ThisBuild { get; } = new(Built, SourceHash.OfThisBuild);

    public static GatePlan Plan(int pairs, params string[] cases) =>
        new(
            new SuiteSettings { Profile = Profile.Gate }, cases,
            new PairPlan(pairs, TimeSpan.FromMinutes(10), Seed: 1, new GateRules()), Iterations: 1);

    public Task<GateRun> MeasureAsync(GatePlan plan, TextWriter? output = null, CancellationToken stop = default) =>
        InterleavedGate.MeasureAsync(
            plan,
            ThisBuild,
            ThisBuild with { Built = Built with { Source = Built.Source with { Name = SourceTree.WorkingTree } } },
            File,
            output ?? TextWriter.Null,
            stop);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

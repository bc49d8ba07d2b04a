using BenchGate.Processes;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.CsProj;
using Benchmarks.Measurement;

namespace Benchmarks.Rounds;

/// <summary>
/// Where BenchmarkDotNet builds what it measures: near the assembly, as by default, but in a folder of this process. BenchmarkDotNet 0.15.8
/// names its folder only after the job and a number. So two runs of one build would write into the same folder, and nobody could tell the
/// files of a killed run from those of an active one. And it builds this checkout's project: BenchmarkDotNet looks for one of that name in
/// the whole checkout, and refuses to run if there is another one, in a clone or a work tree inside it.
/// </summary>
internal sealed class ScratchProject(string moniker) : CsProjGenerator(moniker, null!, null!, null!)
{
    private static readonly Lazy<ScratchFolder> s_folder = new(Folder); // removed when the process exits

    protected override string GetBuildArtifactsDirectoryPath(BuildPartition buildPartition, string programName) =>
        Path.Combine(s_folder.Value.Path, programName);

    /// <summary>
    /// Not near the assembly if its path has an apostrophe: BenchmarkDotNet gives MSBuild the whole path, and an apostrophe ends a list of
    /// MSBuild too early (MSB3094).
    /// </summary>
    private static ScratchFolder Folder() =>
        AppContext.BaseDirectory.Contains('\'') ? new ScratchFolder() : ScratchFolder.BesideThisAssembly();

    protected override FileInfo GetProjectFilePath(Type benchmarkTarget, ILogger logger) =>
        new(Path.Combine(CheckoutFolder.Project, "Benchmarks.csproj"));
}

using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.CsProj;
using Benchmarks.Processes;

namespace Benchmarks.Engine;

/// <summary>
/// Where BenchmarkDotNet builds what it measures: as by default near the assembly, but in a folder of this process. 0.15.8 names its own
/// folder after the job and a number alone: two runs of one build would write into the same one, and what a killed run has left could not
/// be told from what a living one builds.
/// </summary>
internal sealed class ScratchProject(string moniker) : CsProjGenerator(moniker, null!, null!, null!)
{
    private static readonly Lazy<ScratchFolder> s_folder = new(ScratchFolder.BesideThisAssembly); // goes as the process ends

    protected override string GetBuildArtifactsDirectoryPath(BuildPartition buildPartition, string programName) => Path.Combine(s_folder.Value.Path, programName);
}

using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace Benchmarks.Engine;

/// <summary>
/// BenchmarkDotNet's toolchain for .NET 10, but in a folder of this process: see <see cref="ScratchProject"/>.
/// </summary>
public sealed class ScratchToolchain : Toolchain
{
    private const string Moniker = "net10.0";

    private ScratchToolchain()
        : base(Moniker, new ScratchProject(Moniker), new DotNetCliBuilder(Moniker), new DotNetCliExecutor(null!))
    {
    }

    /// <summary>
    /// A mutator: it changes every job, the profile's or one from the command line.
    /// With <c>--job short</c>, an ordinary job causes a validation error, and a default job is silently dropped.
    /// </summary>
    public static Job AsMutator { get; } = new Job(Moniker)
        .WithRuntime(CoreRuntime.Core10_0)
        .WithToolchain(new ScratchToolchain())
        // they already checked this source, and take half of the build's time
        .WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")])
        .AsMutator();
}

using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace Benchmarks.Engine;

/// <summary>
/// BenchmarkDotNet's way to build for .NET 10 and to run what was built, but in a folder of this process: see <see cref="ScratchProject"/>.
/// </summary>
public sealed class ScratchToolchain : Toolchain
{
    private const string Moniker = "net10.0";

    private ScratchToolchain()
        : base(Moniker, new ScratchProject(Moniker), new DotNetCliBuilder(Moniker), new DotNetCliExecutor(null!))
    {
    }

    /// <summary>
    /// A mutator: it changes whatever job is run, the profile's or one from the command line.
    /// An ordinary job beside <c>--job short</c> ends in a validation error, a default job is silently dropped.
    /// </summary>
    public static Job AsMutator { get; } = new Job(Moniker)
        .WithRuntime(CoreRuntime.Core10_0)
        .WithToolchain(new ScratchToolchain())
        .WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")]) // they have seen this source, and take half of the build's time
        .AsMutator();
}

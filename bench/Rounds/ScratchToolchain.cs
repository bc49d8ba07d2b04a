using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace Benchmarks.Rounds;

/// <summary>
/// BenchmarkDotNet's toolchain for .NET 10, but in a folder of this process: see <see cref="ScratchProject"/>.
/// </summary>
public sealed class ScratchToolchain : Toolchain
{
    private const string Moniker = "net10.0";

    private ScratchToolchain(IBuilder builder, IExecutor executor)
        : base(Moniker, new ScratchProject(Moniker), builder, executor)
    {
    }

    /// <summary>
    /// A mutator: it changes every job, the profile's or one from the command line.
    /// With <c>--job short</c>, an ordinary job causes a validation error, and a default job is silently dropped.
    /// </summary>
    /// <param name="rounds">Measures the launches; null for a plan, which measures nothing.</param>
    internal static Job AsMutator(RoundMeasurement? rounds)
    {
        IBuilder builder = new DotNetCliBuilder(Moniker);
        IExecutor executor = new DotNetCliExecutor(null!);
        ScratchToolchain toolchain = rounds is null
            ? new(builder, executor)
            : new(new RoundBuilder(builder, rounds), new RoundExecutor(executor, rounds));
        return new Job(Moniker)
            .WithRuntime(CoreRuntime.Core10_0)
            .WithToolchain(toolchain)
            // they already checked this source, and take half of the build's time
            .WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")])
            .AsMutator();
    }
}

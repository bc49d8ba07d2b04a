using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace Benchmarks.Measurement;

/// <summary>
/// BenchmarkDotNet's own way to build for .NET 10, but in a folder of this process: see <see cref="ScratchProject"/>.
/// </summary>
public sealed class Net10Toolchain : Toolchain
{
    private Net10Toolchain()
        : base(
            "net10.0",
            new ScratchProject("net10.0"),
            new DotNetCliBuilder("net10.0", null),
            new DotNetCliExecutor(null!))
    {
    }

    /// <summary>
    /// A mutator: it changes whatever job is run, the profile's or one from the command line.
    /// An ordinary job beside <c>--job short</c> ends in a validation error, a default job is silently dropped.
    /// </summary>
    public static Job AsMutator { get; } = new Job("net10.0")
        .WithRuntime(CoreRuntime.Core10_0)
        .WithToolchain(new Net10Toolchain())
        .AsMutator();
}

using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace Benchmarks.Measurement;

/// <summary>
/// Lets BenchmarkDotNet 0.14.0, which knows no .NET 10, build for it and still treat it as a modern runtime.
/// Without it the default job runs, but MemoryDiagnoser drops small totals and the threading columns are refused.
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
        .WithRuntime(CoreRuntime.Core90) // the newest that 0.14.0 knows; cosmetic: its tables say .NET 9.0
        .WithToolchain(new Net10Toolchain())
        .AsMutator();
}

using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Results;

namespace Benchmarks.Rounds;

/// <summary>Builds as <paramref name="inner"/> does, and tells the rounds which program measures which case.</summary>
internal sealed class RoundBuilder(IBuilder inner, RoundMeasurement rounds) : IBuilder
{
    public BuildResult Build(GenerateResult generateResult, BuildPartition buildPartition, ILogger logger)
    {
        BuildResult built = inner.Build(generateResult, buildPartition, logger);
        if (built.IsBuildSuccess)
            rounds.Add(buildPartition, built);
        return built;
    }
}

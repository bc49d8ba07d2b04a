using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;

namespace Benchmarks.Rounds;

/// <summary>
/// BenchmarkDotNet asks for all launches of a case, then for those of the next. At its first question this measures all launches of all
/// cases in rounds; then it answers from those. So BenchmarkDotNet's own tables and exports hold the same launches as our record.
/// </summary>
/// <param name="inner">Starts a process and reads its results.</param>
internal sealed class RoundExecutor(IExecutor inner, RoundMeasurement rounds) : IExecutor
{
    // They read the results of a launch. Any other one has to watch a process while it runs.
    private static readonly string[] s_readers = ["MemoryDiagnoser", "ThreadingDiagnoser"];

    public ExecuteResult Execute(ExecuteParameters executeParameters)
    {
        rounds.MeasureOnce(inner, executeParameters.Logger, executeParameters.Resolver);
        bool watched = executeParameters.Diagnoser?.Ids.Except(s_readers, StringComparer.Ordinal).Any() == true;
        return rounds.Next(executeParameters.BenchmarkCase) is { } measured && !watched ? measured : inner.Execute(executeParameters);
    }
}

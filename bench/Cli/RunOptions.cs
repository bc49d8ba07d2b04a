using Benchmarks.Measurement;
using Benchmarks.Serving;

namespace Benchmarks.Cli;

/// <summary>The options of <c>run</c>, as they were typed.</summary>
/// <param name="Scenarios">Ids; empty runs the articles' classes.</param>
/// <param name="Strategies">Ids; empty runs all general strategies.</param>
/// <param name="ServerUrl">With external hosting: the address of the server of the one scenario.</param>
/// <param name="Output">Folder that holds latest/ and previous/.</param>
/// <param name="Resume">Continues the interrupted run in latest/ instead of starting a new one.</param>
/// <param name="Verbose">Shows BenchmarkDotNet's own log.</param>
/// <param name="Passed">The arguments for BenchmarkDotNet.</param>
public sealed record RunOptions(
    Profile Profile,
    IReadOnlyList<string> Scenarios,
    IReadOnlyList<string> Strategies,
    Hosting Hosting,
    Uri? ServerUrl,
    string Output,
    bool Resume,
    bool Verbose,
    IReadOnlyList<string> Passed);

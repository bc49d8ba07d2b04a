using Benchmarks.Measurement;
using Benchmarks.Serving;

namespace Benchmarks.Cli;

/// <summary>The options of <c>run</c>, as they were typed.</summary>
/// <param name="Settings">The typed settings; the run adds the addresses of its servers and the like.</param>
/// <param name="ServerUrl">With external hosting: the address of the server of the one scenario.</param>
/// <param name="Output">Folder that holds latest/ and previous/.</param>
/// <param name="Resume">Continues the interrupted run in latest/ instead of starting a new one.</param>
/// <param name="Verbose">Shows BenchmarkDotNet's own log.</param>
/// <param name="Passed">The arguments for BenchmarkDotNet.</param>
public sealed record RunOptions(
    SuiteSettings Settings,
    Hosting Hosting,
    Uri? ServerUrl,
    string Output,
    bool Resume,
    bool Verbose,
    IReadOnlyList<string> Passed)
{
    public Profile Profile => Settings.Profile;
}

using Benchmarks.Measurement;
using Benchmarks.Serving;

namespace Benchmarks.Cli;

/// <summary>What was typed after <c>run</c>.</summary>
/// <param name="Settings">As far as they were typed; the run adds what it finds out.</param>
/// <param name="ServerUrl">With external hosting: where the one scenario that is run is served.</param>
/// <param name="Output">Folder that holds latest/ and previous/.</param>
/// <param name="Resume">Goes on with the interrupted run in latest/ instead of beginning a new one.</param>
/// <param name="Verbose">Shows BenchmarkDotNet's own log.</param>
/// <param name="Passed">What is passed on to BenchmarkDotNet.</param>
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

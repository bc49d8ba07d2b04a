using System.Text.RegularExpressions;

namespace Tests.House;

/// <summary>One folder for each step, in flow order: a step does not know who calls it.</summary>
public sealed partial class NamespaceTests
{
    public static TheoryData<string, string[]> Steps => new()
    {
        { "fixtures/Scenarios", [] },
        { "fixtures/Latency", [] },
        { "fixtures/Telemetry", [] },
        { "fixtures/Endpoints", ["Fixtures.Scenarios"] },
        { "fixtures/Model", ["Fixtures.Scenarios"] },
        { "fixtures/Server", ["Fixtures.Endpoints", "Fixtures.Latency", "Fixtures.Scenarios", "Fixtures.Telemetry"] },
        { "bench/Fetching", ["Fixtures.Endpoints", "Fixtures.Model", "Fixtures.Scenarios", "Fixtures.Server", "Fixtures.Telemetry"] },
        { "bench/Demo", ["Benchmarks.Fetching", "Benchmarks.Lessons", "Fixtures.Latency", "Fixtures.Model", "Fixtures.Scenarios", "Fixtures.Server", "Results.Reporting"] },
        { "bench/Gate", ["Benchmarks.Gate", "Benchmarks.Checks", "Benchmarks.Fetching", "Benchmarks.Measurement", "Benchmarks.Micro", "Fixtures", "Results.Records", "Results.Gate", "BenchmarkDotNet"] },
        { "bench/Macro", ["Benchmarks.Fetching", "Benchmarks.Measurement", "Fixtures.Scenarios", "BenchmarkDotNet"] },
        { "bench/Micro", ["Benchmarks.Fetching", "Benchmarks.Measurement", "Fixtures", "BenchmarkDotNet"] },
        { "bench/Measurement", ["Benchmarks.Fetching", "Benchmarks.Macro", "Fixtures", "Results.Records", "Results.Reporting", "BenchmarkDotNet"] },
        { "bench/Lessons", ["Benchmarks.Fetching", "Benchmarks.Measurement", "Benchmarks.Micro", "Fixtures.Latency", "Fixtures.Model", "Fixtures.Scenarios", "Fixtures.Server", "Fixtures.Telemetry", "Results.Records", "Results.Reporting"] },
        { "results/Records", [] },
        { "results/Reporting", ["Results.Records"] },
        { "results/Gate", ["Results.Records", "Results.Reporting"] },
        { "results/Pages", ["Results.Records", "Results.Reporting", "Results.Gate"] },
        { "results/Reporting/Charts", ["Results.Records"] },
        { "results/Reporting/Html", ["Results.Records", "Results.Reporting.Charts"] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_uses_only_the_steps_before_it(string folder, string[] allowed)
    {
        Assert.NotEmpty(Checkout.Sources(folder));
        string own = char.ToUpperInvariant(folder[0]) + folder[1..].Replace('/', '.');
        string[] used =
        [
            .. Checkout.Sources(folder)
                .SelectMany(Checkout.Lines)
                .Select(line => Using().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups["name"].Value)
                .Where(name => !IsBelow(name, own))
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.All(used, name => Assert.True(allowed.Any(step => IsBelow(name, step)), $"{folder} must not use {name}"));
    }

    [Fact]
    public void Only_the_commands_know_the_command_line() =>
        Assert.All(Checkout.Find("bench", "using System.CommandLine"), found => Assert.StartsWith("bench/Commands/", found.File, StringComparison.Ordinal));

    private static bool IsBelow(string name, string step) => name == step || name.StartsWith(step + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^using\s+(?:[A-Za-z]+\s*=\s*)?(?<name>(?:Fixtures|Benchmarks|Results|BenchmarkDotNet)(?:\.[A-Za-z0-9.]+)?)\s*;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();
}

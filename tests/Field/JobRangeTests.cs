using System.Reflection;
using BenchmarkDotNet.ConsoleArguments;
using Benchmarks.Engine;
using Benchmarks.Serving;
using CommandLine;
using Results.Pages.Report;
using Results.Records;
using Results.Summaries;
using Tests.Cli;
using Tests.Measurement;
using Tests.Pages;

namespace Tests.Field;

/// <summary>Numbers that BenchmarkDotNet accepts and cannot work with, and times that no clock can show.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class JobRangeTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("--iterationCount", "0")]
    [InlineData("--iterationCount", "-1")]
    [InlineData("--launchCount", "0")]
    [InlineData("--launchCount", "2147483647")]
    [InlineData("--warmupCount", "-1")]
    [InlineData("--invocationCount", "0")]
    [InlineData("--unrollFactor", "0")]
    [InlineData("--unrollFactor", "-16")]
    [InlineData("--iterationTime", "0")]
    [InlineData("--minIterationCount", "0")]
    [InlineData("--maxIterationCount", "-5")]
    [InlineData("--minWarmupCount", "-1")]
    [InlineData("--maxWarmupCount", "0")]
    [InlineData("--buildTimeout", "0")]
    [InlineData("--affinity", "0")]
    [InlineData("--affinity", "-1")]
    [InlineData("--affinity", "2147483647")] // more cores than any machine of ours
    public async Task What_cannot_work_is_refused(string option, string value) =>
        (await Typed.RunAsync("run", "--filter", "*Single*", option, value)).IsRefused($"{option} is {value}; ");

    [Theory]
    [InlineData("--iterationCount", "1")]
    [InlineData("--launchCount", "1")]
    [InlineData("--warmupCount", "0")]
    [InlineData("--invocationCount", "1")]
    [InlineData("--unrollFactor", "1")]
    [InlineData("--iterationTime", "1")]
    [InlineData("--buildTimeout", "1")]
    public void What_can_is_accepted(string option, string value) =>
        Assert.Equal([option, value], BenchmarkArguments.Parse([option, value], Hosting.Shared).Args);

    [Fact]
    public void Every_number_of_BenchmarkDotNet_has_a_range() => Assert.Equal(
        typeof(CommandLineOptions).GetProperties()
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
                && (type == typeof(int) || type == typeof(long)))
            .Select(property => property.GetCustomAttribute<OptionAttribute>()?.LongName)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
        JobRanges.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void An_interval_that_contains_negative_times_is_not_shown()
    {
        RunRecord run = Rounds(1_350_000, 4_100_000);

        CaseSummary row = Assert.Single(Summary.Of(run));

        Assert.Null(row.MeanIntervalNs);
        Assert.Equal((2, 2_725_000), (row.Launches, row.MedianNs));
        Assert.Contains("would contain negative times", Assert.Single(row.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("−", MarkdownReport.Render(run).Split("would contain")[0].Split("| n |")[^1], StringComparison.Ordinal);
        Assert.Contains("2725000,2725000,,,", CsvReport.Render(run), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_contains_only_possible_times_is()
    {
        CaseSummary row = Assert.Single(Summary.Of(Rounds(1_000_000, 1_010_000)));

        Assert.True(row.MeanIntervalNs?.Lower > 0);
        Assert.Empty(row.Warnings);
    }

    private static RunRecord Rounds(params double[] ns) =>
        Samples.Run([.. ns.Select((one, i) => Samples.Micro("A", one) with { Launch = i + 1 })]);
}

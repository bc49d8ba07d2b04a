using BenchGate.Errors;
using Benchmarks.Cli;
using Benchmarks.Instrument.Checks;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Server;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class InstrumentCheckTests
{
    private static readonly CheckDepth s_short = new(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.2), 5, 4);

    /// <summary>The machine decides which checks pass, but each check must be present.</summary>
    [Fact]
    public async Task All_checks_are_there_once_each_with_a_remedy()
    {
        IReadOnlyList<CheckRecord> checks = await InstrumentCheck.RunAsync(new SuiteSettings(), s_short, [new WhenAll()]);

        Assert.Equal(
            [
                "latency-error-median", "latency-error-p99", "latency-early", "timer-step", "timed-wait-overrun",
                "little-sequential-await", "little-when-all", "aa-difference", "aa-spread",
                "server-cpu-share", "service-time-inflation", "peak-in-flight-when-all", "neighbour-steal", "neighbour-cpu",
            ],
            checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.NotEmpty(check.Remedy));
    }

    [Fact]
    public async Task A_server_that_does_not_start_is_told_in_one_sentence()
    {
        ExpectedFailureException failure = await Assert.ThrowsAsync<ExpectedFailureException>(
            () => ServerProcess.StartAsync("no-such", Profile.Standard, ServerHosts.Default));
        Assert.Contains("serve --scenario no-such", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_goes_on_is_left_alone()
    {
        DirectoryInfo results = Directory.CreateTempSubdirectory();
        try
        {
            using FileStream running = RunFolder.Claim(results.FullName);
            using StringWriter output = new(), error = new();

            int code = await Verbs.RunAsync(["check", "--output", results.FullName], output, error);

            Assert.Equal(ExitCodes.Usage, code);
            Assert.Contains("wait for the other run to end", error.ToString(), StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(results.FullName, "latest")));
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }
}

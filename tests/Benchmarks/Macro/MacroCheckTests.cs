using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.Model;

namespace Tests.Macro;

/// <summary>A strategy that does less work, or other work, fails the check outside the timed region.</summary>
public sealed class MacroCheckTests
{
    private static readonly Dictionary<string, Func<FetchResult[], FetchResult[]>> s_cheats = new(StringComparer.Ordinal)
    {
        ["brings nothing"] = _ => [],
        ["leaves out the last one"] = results => results[..^1],
        ["brings one twice"] = results => [.. results[..^1], results[0]],
        ["brings one too many"] = results => [.. results, results[^1]],
        ["in another order"] = results => [.. results.Reverse()],
        ["reads no body"] = results => [.. results.Select(result => result with { Bytes = 0 })],
        ["does not look for the name"] = results => [.. results.Select(result => result with { Name = null })],
        ["swallows an error"] = results => [results[0] with { Status = 500 }, .. results[1..]],
    };

    private static readonly SuiteSettings s_smoke = new() { Profile = Profile.Smoke };

    public static TheoryData<string> Cheats => [.. s_cheats.Keys];

    [Fact]
    public async Task Honest_work_passes_whatever_thread_did_it()
    {
        await RunAsync(results => results);
        await RunAsync(results => [.. results.Select(result => result with { ThreadId = -1 })]);
    }

    [Theory]
    [MemberData(nameof(Cheats))]
    public async Task Anything_less_fails_and_says_who_and_what(string cheat)
    {
        ExpectedFailureException failure = await Assert.ThrowsAsync<ExpectedFailureException>(() => RunAsync(s_cheats[cheat]));

        Assert.Contains("tampering", failure.Message, StringComparison.Ordinal);
        Assert.Contains("pokeapi", failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected 15 replies", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_fetches_nothing_at_all_fails()
    {
        var benchmark = new Tampered { Settings = s_smoke };
        await benchmark.ConnectAsync();

        Assert.Throws<ExpectedFailureException>(benchmark.Check);
    }

    private static async Task RunAsync(Func<FetchResult[], FetchResult[]> tamper)
    {
        var benchmark = new Tampered { Settings = s_smoke };
        await benchmark.ConnectAsync();
        try
        {
            await benchmark.FetchAsync(tamper);
            benchmark.Check();
        }
        finally
        {
            await benchmark.DisconnectAsync();
        }
    }

    private sealed class Tampered() : MacroBenchmarks("pokeapi")
    {
        public Task<FetchResult[]> FetchAsync(Func<FetchResult[], FetchResult[]> tamper) => FetchAsync(new Tampering(tamper));
    }

    private sealed class Tampering(Func<FetchResult[], FetchResult[]> tamper) : IFetchStrategy
    {
        public StrategyDescriptor Descriptor { get; } = new("tampering", "Tampering", "Never.", Schedule.AllAtOnce);

        public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
            tamper(await new WhenAll().FetchAsync(work, cancellation));
    }
}

using System.Globalization;
using Results.Records;
using Tests.Measurement;
using Tests.Trials.Faults;
using Tests.Trials.Fuzz;
using Tests.Trials.Interruption;
using Tests.Trials.Soak;

namespace Tests.Trials;

/// <summary>
/// The long trials of the suite, with the size of results/published/reliability.md. <c>.ci/reliability</c> runs them and sets the output
/// folder.
/// </summary>
[Collection(ProcessStateScope.Collection)]
[Trait("Length", "Long")]
public sealed class ReliabilityTrials : IDisposable
{
    private const int Seed = 2026;
    private readonly string? _folder = Environment.GetEnvironmentVariable("BENCH_TRIALS");
    private readonly string? _soakMinutes = Environment.GetEnvironmentVariable("BENCH_SOAK_MINUTES");
    private readonly ProcessStateScope _scope = new(); // after them, because it removes the suite's variables

    public void Dispose() => _scope.Dispose();

    /// <summary>A million requests, 10,000 in flight, dropped connections, clients that do not read: about 4 minutes.</summary>
    [Fact]
    [Trait("Trial", "soak")]
    public Task A_server_stays_what_it_is_under_load_for_long() =>
        HoldAsync(
            "soak",
            _ => SoakPart.RunAsync(SoakPlan.Of(_soakMinutes is null ? null : double.Parse(_soakMinutes, CultureInfo.InvariantCulture))));

    /// <summary>100 requests of every strategy, most of them with faults: about a minute.</summary>
    [Fact]
    [Trait("Trial", "faults")]
    public Task Every_fault_that_is_injected_is_accounted_for() => HoldAsync("faults", _ => FaultAccounting.RunAsync());

    /// <summary>40 runs that are interrupted and resumed, and 9 interrupted gates, lessons and limits: about 9 minutes.</summary>
    [Fact]
    [Trait("Trial", "interruptions")]
    public Task What_is_interrupted_loses_nothing() => HoldAsync("interruptions", log => InterruptionTrials.RunAsync(40, Seed, log));

    /// <summary>2,000 inputs of each kind, and 500 for the program: about 5 minutes.</summary>
    [Fact]
    [Trait("Trial", "fuzz")]
    public Task Hostile_input_is_answered_or_refused() => HoldAsync("fuzz", log => FuzzTrials.RunAsync(2_000, 500, Seed, log));

    private async Task HoldAsync(string part, Func<TextWriter, Task<IReadOnlyList<CheckRecord>>> trial)
    {
        Assert.SkipWhen(_folder is null, ".ci/reliability runs it");
        IReadOnlyList<CheckRecord> checks = await new TrialFolder(_folder!).RunAsync(part, trial);
        Assert.All(checks, check => Assert.True(check.Ok, $"{check.Name} is {check.Value}, must be {check.Bound}. {check.Remedy}"));
    }
}

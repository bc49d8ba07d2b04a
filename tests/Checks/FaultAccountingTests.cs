using Benchmarks.Checks;
using Fixtures.Scenarios;
using Results.Records;

namespace Tests.Checks;

public sealed class FaultAccountingTests
{
    /// <summary>About as long as the time-out: a sequential strategy meets one stall that it does not endure. All strategies wait at once.</summary>
    [Fact]
    public async Task Every_strategy_accounts_for_every_fault_and_leaves_nothing_behind()
    {
        Scenario everything = FaultAccounting.Everything(requests: 10, TimeSpan.FromSeconds(2));
        Fault[] faults = [.. everything.Faults
            .Where(fault => fault.Kind != FaultKind.SlowDrip || fault.Lasts < everything.Timeout)
            .Select((fault, i) => fault with { Probability = null, Requests = RequestNumbers.Parse($"{i + 2}") })];

        IReadOnlyList<CheckRecord> rows = await FaultAccounting.RunAsync(everything with { Faults = faults });

        Assert.Equal(
            ["faults-connection-reset", "faults-empty-reply", "faults-body-cut-short", "faults-malformed-chunk", "faults-stall", "faults-status", "faults-slow-drip"],
            rows.Take(7).Select(row => row.Name));
        Assert.All(rows.Take(7), row => Assert.Equal(("= 16", 16), (row.Bound, row.Value)));
        Assert.All(rows, row => Assert.True(row.Ok, $"{row.Name} is {row.Value}, must be {row.Bound}. {row.Remedy}"));
    }
}

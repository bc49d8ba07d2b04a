using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>Did others use the processor meanwhile: other programs, or other virtual machines on the same iron?</summary>
public sealed class NeighbourCheck
{
    private readonly Func<TimeSpan> _own;
    private readonly MachineCpu? _start = MachineCpu.Now();
    private readonly TimeSpan _ownAtStart;

    private NeighbourCheck(Func<TimeSpan> own) => (_own, _ownAtStart) = (own, own());

    /// <summary>
    /// Of the time of all cores. A cloud's small machine loses 1 to 5 % and is fit to measure on: up to 7 % A/A differed by 2 % at most, at
    /// 17 % by 8 %.
    /// </summary>
    public static CheckBound StealPercent { get; } = CheckBound.AtMost(10);

    /// <summary>Of the time of all cores: on two of them a fifth of one, which the scheduler can still keep out of the way.</summary>
    public static CheckBound OthersPercent { get; } = CheckBound.AtMost(10);

    /// <summary>Begins to watch.</summary>
    /// <param name="own">CPU time so far of this process and those it started.</param>
    public static NeighbourCheck Start(Func<TimeSpan> own) => new(own);

    /// <summary>Judges the time since <see cref="Start"/>; the times come in steps of 10 ms, so that should be a second at least.</summary>
    /// <param name="name">What the records' names begin with.</param>
    public IReadOnlyList<CheckRecord> Stop(string name = "neighbour") => [Steal(name + "-steal"), Others(name + "-cpu")];

    private CheckRecord Steal(string name) => StealPercent.Judge(name, Share((start, now) => now.Steal - start.Steal), "%",
        "The machine's host gave processor time to others, so single iterations may be late: measure at another time, or on a machine of your own.");

    private CheckRecord Others(string name) => OthersPercent.Judge(
        name,
        // below zero is the steps' doing
        Share((start, now) => Math.Max(0, now.Programs - start.Programs - (_own() - _ownAtStart).TotalSeconds)), "%",
        "Other programs use the processor: close them (top shows which), and measure again.");

    private double? Share(Func<MachineCpu, MachineCpu, double> part) =>
        _start is { } start && MachineCpu.Now() is { } now && now.All > start.All ? 100 * part(start, now) / (now.All - start.All) : null;
}

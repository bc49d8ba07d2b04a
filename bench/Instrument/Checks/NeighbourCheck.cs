using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>Checks whether other programs, or other virtual machines on the same host, used the processor.</summary>
public sealed class NeighbourCheck
{
    private readonly Func<TimeSpan> _own;
    private readonly MachineCpu? _start = MachineCpu.Now();
    private readonly TimeSpan _ownAtStart;

    private NeighbourCheck(Func<TimeSpan> own) => (_own, _ownAtStart) = (own, own());

    /// <summary>
    /// Share of the time of all cores. A small cloud machine loses 1 to 5 % and is good enough: up to 7 % the A/A difference was at most 2
    /// %, at 17 % it was 8 %.
    /// </summary>
    public static CheckBound StealPercent { get; } = CheckBound.AtMost(10);

    /// <summary>
    /// Share of the time of all cores. On two cores it is a fifth of one core, which the scheduler can still keep separate.
    /// </summary>
    public static CheckBound OthersPercent { get; } = CheckBound.AtMost(10);

    /// <summary>Starts the observation.</summary>
    /// <param name="own">CPU time so far of this process and the processes that it started.</param>
    public static NeighbourCheck Start(Func<TimeSpan> own) => new(own);

    /// <summary>Judges the time since <see cref="Start"/>. It should be at least a second, because CPU times have steps of 10 ms.</summary>
    /// <param name="name">Prefix of the records' names.</param>
    public IReadOnlyList<CheckRecord> Stop(string name = "neighbour") => [Steal(name + "-steal"), Others(name + "-cpu")];

    private CheckRecord Steal(string name) => StealPercent.Judge(name, Share((start, now) => now.Steal - start.Steal), "%",
        "The host gave processor time to other virtual machines, so single iterations may be late: "
            + "measure at another time or on another machine.");

    private CheckRecord Others(string name) => OthersPercent.Judge(
        name,
        // the steps of 10 ms can make it negative
        Share((start, now) => Math.Max(0, now.Programs - start.Programs - (_own() - _ownAtStart).TotalSeconds)), "%",
        "Other programs use the processor: close them (top shows which), and measure again.");

    private double? Share(Func<MachineCpu, MachineCpu, double> part) =>
        _start is { } start && MachineCpu.Now() is { } now && now.All > start.All ? 100 * part(start, now) / (now.All - start.All) : null;
}

using BenchGate.Builds;
using BenchGate.Processes;

namespace Tests.Calibration;

/// <summary>
/// A known defect that the calibration puts into the head, to see whether the gate finds it. It is a patch of the source, like a careless
/// commit.
/// </summary>
/// <param name="Id">The id for CALIBRATE_ONLY, and the name of its patch.</param>
/// <param name="Text">The name on the calibration's page.</param>
/// <param name="IsCounted">Whether the gate finds it by counting; otherwise by its times.</param>
internal sealed record InjectedDefect(string Id, string Text, bool IsCounted = false)
{
    public static InjectedDefect None { get; } = new("none", "both sides are the same build");

    /// <summary>No defect either. The head is built from the same source in a second folder, so it runs other files.</summary>
    public static InjectedDefect TwoBuilds { get; } = new("two-builds", "two builds of one source in two folders");

    public static IReadOnlyList<InjectedDefect> All { get; } =
    [
        None,
        TwoBuilds,
        new("latency-10", "latency + 10 %"),
        new("latency-25", "latency + 25 %"),
        new("allocation", "256 more bytes allocated for a request", IsCounted: true),
        new("connection", "one more connection", IsCounted: true),
        new("sequential", "a fan-out that has become sequential", IsCounted: true),
    ];

    public bool IsNone => this == None || this == TwoBuilds;

    /// <summary>What is planted, for the calibration's page.</summary>
    public string Kind => IsNone ? "nothing planted" : IsCounted ? "planted counter" : "planted time";

    /// <summary>The number of gates that the goal needs.</summary>
    public int Wanted => IsNone ? 20 : 10;

    /// <summary>Without a defect: the most alarms that the goal allows. With one: the fewest alarms that it needs.</summary>
    public int Goal => IsNone ? 0 : Id == "latency-10" ? 9 : 10;

    /// <summary>Relative to the checkout's root.</summary>
    public string Patch => $"tests/Calibration/Defects/{Id}.patch";

    /// <summary>The source with the defect. The patch is applied in a separate index, so the checkout does not change.</summary>
    /// <param name="root">The checkout with the source.</param>
    public async Task<SourceTree> InAsync(SourceTree source, string root, CancellationToken stop = default)
    {
        if (IsNone)
            return source;

        using var scratch = new ScratchFolder();
        // run in the top folder, because elsewhere git searches the patched files relative to the suite's folder
        string top = await new Git(root).AskAsync(stop, "rev-parse", "--show-toplevel");
        var git = new Git(top, Path.Combine(scratch.Path, "index"));
        await git.AskAsync(stop, "read-tree", source.Tree);
        await git.AskAsync(stop, "apply", "--cached", Path.Combine(root, Patch));
        return source with { Name = Id, Dirty = true, Tree = await git.AskAsync(stop, "write-tree") };
    }
}

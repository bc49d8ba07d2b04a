using Benchmarks.Gate;
using Benchmarks.Measurement;
using Benchmarks.Processes;

namespace Tests.Calibration;

/// <summary>
/// A known defect that the calibration puts into the head, to see whether the gate finds it: a patch of the source, as a careless commit
/// would be.
/// </summary>
/// <param name="Id">What is typed, and the name of its patch.</param>
/// <param name="Text">What the calibration's page calls it.</param>
/// <param name="IsCounted">Whether the gate finds it by counting; otherwise by its times.</param>
internal sealed record InjectedDefect(string Id, string Text, bool IsCounted = false)
{
    public static InjectedDefect None { get; } = new("none", "nothing: both sides are the same build");

    public static IReadOnlyList<InjectedDefect> All { get; } =
    [
        None,
        new("latency-10", "latency + 10 %"),
        new("latency-25", "latency + 25 %"),
        new("allocation", "256 more bytes allocated for a request", IsCounted: true),
        new("connection", "one more connection", IsCounted: true),
        new("sequential", "a fan-out that has become sequential", IsCounted: true),
    ];

    /// <summary>Gates that the goal asks for.</summary>
    public int Wanted => this == None ? 20 : 10;

    /// <summary>Alarms that the goal allows at most without a defect, and asks for at least with one, of the wanted gates.</summary>
    public int Goal => Id switch { "none" => 0, "latency-10" => 9, _ => 10 };

    /// <summary>From the checkout's root.</summary>
    public string Patch => $"tests/Calibration/Defects/{Id}.patch";

    /// <summary>The source with the defect in it. The checkout stays as it is: it is patched in an index of its own.</summary>
    /// <param name="root">The checkout that has the source.</param>
    public async Task<SourceTree> InAsync(SourceTree source, string root, CancellationToken stop = default)
    {
        if (this == None)
            return source;

        using var scratch = new ScratchFolder();
        // from the top, since below it git would look for the patched files in the suite's folder, and the index begins with that
        string top = await new Git(root).AskAsync(stop, "rev-parse", "--show-toplevel");
        var git = new Git(top, Path.Combine(scratch.Path, "index"));
        await git.AskAsync(stop, "read-tree", source.Tree);
        await git.AskAsync(stop, "apply", "--cached", Path.Combine(root, Patch));
        return source with { Name = Id, Dirty = true, Tree = await git.AskAsync(stop, "write-tree") };
    }
}

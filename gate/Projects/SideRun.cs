using BenchGate.Builds;
using BenchGate.Launchers;
using Results.Records;

namespace BenchGate.Projects;

/// <summary>Makes the record of a gate from its two sides.</summary>
internal static class SideRun
{
    private static GateSide Of(BuiltSide side, IReadOnlyList<string> planned) =>
        new(side.Source.Name, side.Source.Commit, side.Source.Dirty, side.Output.Hash[..16], Server: "", planned);

    /// <summary>The run of two sides without a case.</summary>
    public static GateRun Empty(GateRequest request, BuiltSide before, BuiltSide after) => new()
    {
        Complete = false,
        StartedAt = TimeProvider.System.GetUtcNow(),
        Host = Machine.Describe(runtime: null),
        Profile = "",
        Seed = request.Plan.Seed,
        PlannedPairs = request.Plan.Pairs,
        Settings = string.Join(' ', LaunchSettings.Arguments(request.Filter, artifacts: "")),
        Base = Of(before, []),
        Head = Of(after, []),
        Cases = [],
    };

    /// <summary>The run before its first pair, with every case of either side.</summary>
    public static GateRun Start(GateRequest request, (BuiltSide Build, FirstRun Run) before, (BuiltSide Build, FirstRun Run) after)
    {
        IReadOnlyList<string> was = before.Run.Launcher.Cases, now = after.Run.Launcher.Cases;
        return Empty(request, before.Build, after.Build) with
        {
            Host = Machine.Describe(before.Run.Runtime),
            Base = Of(before.Build, was),
            Head = Of(after.Build, now),
            Cases = [.. now.Union(was, StringComparer.Ordinal).Select(Unmeasured)],
            Warnings = [.. LeftOut(before.Run, after.Run)],
        };
    }

    private static GateCase Unmeasured(string id) => new() { Case = id, Scenario = "", Strategy = "", Pairs = [] };

    private static IEnumerable<string> LeftOut(FirstRun before, FirstRun after) =>
    [
        .. before.LeftOut.Intersect(after.LeftOut, StringComparer.Ordinal).Select(one => $"Left out, on both sides: {one}"),
        .. before.LeftOut.Except(after.LeftOut, StringComparer.Ordinal).Select(one => $"Left out at the base: {one}"),
        .. after.LeftOut.Except(before.LeftOut, StringComparer.Ordinal).Select(one => $"Left out at the head: {one}"),
    ];
}

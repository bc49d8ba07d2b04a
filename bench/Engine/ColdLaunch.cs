using System.Globalization;
using Benchmarks.Processes;
using Results.Records;

namespace Benchmarks.Engine;

/// <summary>
/// Watches the first operation of a fresh process: after warm-up no connection is opened any more and a starved pool has grown,
/// so only this shows them. The process is this suite again, with the hidden verb <c>child record-cold-start</c>.
/// </summary>
public static class ColdLaunch
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <returns>The timeline, or null with the reason when the launch brought none.</returns>
    public static (CaseTimeline? Timeline, string? Failure) Watch(MacroCase macro)
    {
        (string? output, string? failure) = SuiteChild.Run(
            s_patience,
            "child", "record-cold-start", macro.Scenario.Id, macro.Strategy.Id, macro.First.ToString(CultureInfo.InvariantCulture), macro.Requests.ToString(CultureInfo.InvariantCulture));
        return (output is null ? null : CaseTimelineFile.Parse(output, "the watched process"), failure);
    }
}

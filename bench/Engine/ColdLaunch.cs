using System.Globalization;
using Benchmarks.Processes;
using Results.Records;

namespace Benchmarks.Engine;

/// <summary>
/// Records the first operation of a new process. Only that one shows how connections are opened and how a starved thread pool grows:
/// after the warm-up both are done. The process is this suite, with the hidden verb <c>child record-cold-start</c>.
/// </summary>
public static class ColdLaunch
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(3);

    /// <returns>The timeline, or null with the reason if the launch returned none.</returns>
    public static (CaseTimeline? Timeline, string? Failure) Watch(MacroCase macro)
    {
        (string? output, string? failure) = SuiteChild.Run(
            s_timeLimit,
            "child", "record-cold-start", macro.Scenario.Id, macro.Strategy.Id, macro.First.ToString(CultureInfo.InvariantCulture), macro.Requests.ToString(CultureInfo.InvariantCulture));
        return (output is null ? null : CaseTimelineFile.Parse(output, "the new process"), failure);
    }
}

using System.Diagnostics;
using System.Globalization;
using Benchmarks.Measurement;
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
    public static (CaseTimeline? Timeline, string? Failure) Watch(MacroCase macro, SuiteSettings settings)
    {
        ProcessStartInfo start = ThisSuite.Start(
            "child", "record-cold-start", macro.Scenario.Id, macro.Strategy.Id, Text(macro.First), Text(macro.Requests));
        SettingsVariables.Write(settings, start.Environment);
        (string? output, string? failure) = SuiteChild.Run(start, s_timeLimit);
        return (output is null ? null : CaseTimelineFile.Parse(output, "the new process"), failure);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

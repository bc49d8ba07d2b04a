using System.Diagnostics;
using System.Globalization;
using Benchmarks.Measurement;
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
    public static (CaseTimeline? Timeline, string? Failure) Watch(MacroCase macro, SuiteSettings settings)
    {
        ProcessStartInfo start = ThisSuite.Start(
            "child", "record-cold-start", macro.Scenario.Id, macro.Strategy.Id, Text(macro.First), Text(macro.Requests));
        SettingsVariables.Write(settings, start.Environment);
        (string? output, string? failure) = SuiteChild.Run(start, s_patience);
        return (output is null ? null : CaseTimelineFile.Parse(output, "the watched process"), failure);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

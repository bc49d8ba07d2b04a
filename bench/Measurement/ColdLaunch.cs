using System.Diagnostics;
using System.Globalization;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>
/// Watches the first operation of a fresh process: after warm-up no connection is opened any more and a starved pool has grown,
/// so only this shows them. The process is this suite again, with the hidden verb <c>watch</c>.
/// </summary>
public static class ColdLaunch
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <returns>The timeline, or null with the reason when the launch brought none.</returns>
    public static (CaseTimeline? Timeline, string? Failure) Watch(MacroCase macro)
    {
        using Process child = Process.Start(ThisSuite.Start(
            "watch", macro.Scenario.Id, macro.Strategy.Id, macro.First.ToString(CultureInfo.InvariantCulture), macro.Requests.ToString(CultureInfo.InvariantCulture)))!;
        Task<string> output = child.StandardOutput.ReadToEndAsync();
        Task<string> error = child.StandardError.ReadToEndAsync();
        if (!child.WaitForExit(s_patience))
        {
            child.Kill(entireProcessTree: true);
            return (null, string.Create(CultureInfo.InvariantCulture, $"did not finish within {s_patience.TotalSeconds:F0} s"));
        }

        return child.ExitCode == 0
            ? (CaseTimelineFile.Parse(output.Result, "the watched process"), null)
            : (null, error.Result.Split('\n')[0].Trim());
    }
}

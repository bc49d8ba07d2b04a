using System.Globalization;
using Benchmarks.Lessons;
using Spectre.Console;

namespace Benchmarks.Demo;

/// <summary>The text before and after the picture.</summary>
public static class DemoSummary
{
    public static void Introduce(IAnsiConsole console)
    {
        int requests = Demonstration.Scenario.Requests.Count;
        double ms = Demonstration.Scenario.OfferedLatency(Demonstration.Scenario.Requests.First).TotalMilliseconds;
        string delay = ms.ToString("F0", CultureInfo.InvariantCulture);
        string title = $"\n {requests} requests to a server that waits {delay} ms before each response\n";
        console.Write(new Text(title, new Style(decoration: Decoration.Bold)));
    }

    /// <summary>The total times, and what to do next.</summary>
    /// <param name="lanes">Finished lanes; the first is the baseline of the speedup.</param>
    public static void Conclude(IAnsiConsole console, IReadOnlyList<LaneState> lanes)
    {
        console.Write(new Text("\n"));
        foreach (LaneState lane in lanes)
            console.Write(new Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $" {lane.Name,-22}{DemoPicture.Seconds(lane.Elapsed!.Value),8}   "
                        + $"speedup {lanes[0].Elapsed!.Value / lane.Elapsed!.Value:F1}\n"),
                new Style(decoration: Decoration.Bold)));

        string script = OperatingSystem.IsWindows() ? @".\run-bench.ps1" : "./run-bench.sh";
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"""

             All three fetched the same {lanes[0].Requests.Count} responses.
             To learn why, read
               bench/Lessons/{PageOf("1")}
               bench/Lessons/{PageOf("2")}
             To measure it, run {script} (three minutes)

            """)));
    }

    private static string PageOf(string lesson) => LessonPage.NameOf(LessonCatalog.Find(lesson));
}

using System.Globalization;
using Results.Formatting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Benchmarks.Demo;

/// <summary>
/// Draws each lane on two lines: a mark for each request, and below it a bar for the time, on the same axis for all lanes.
/// The marks show everything that the colours show, so the picture also works without colours.
/// </summary>
public static class DemoPicture
{
    /// <summary>What the marks mean.</summary>
    public const string Legend = "■ completed   □ in flight   · not sent yet";

    private const int NameWidth = 22;
    private const int TimeWidth = 7;
    private const int InFlightWidth = 14;

    private static readonly Color[] s_colors = [Color.Red, Color.Yellow, Color.Green];

    /// <param name="lanes">A lane that has not started has its two lines, too, so that nothing moves.</param>
    /// <param name="axis">Length of the time axis; it grows if a lane takes longer.</param>
    /// <param name="width">Columns, at least 60.</param>
    public static IRenderable Draw(IReadOnlyList<LaneState> lanes, TimeSpan axis, int width)
    {
        TimeSpan longest = lanes.Select(lane => lane.Elapsed ?? TimeSpan.Zero).Append(axis).Max();
        return new Rows(
        [
            .. lanes.SelectMany((lane, i) => LaneOf(lane, longest, s_colors[i % s_colors.Length], width)),
            new Text(" " + Axis(longest, width - 2), new Style(Color.Grey)),
        ]);
    }

    private static IEnumerable<IRenderable> LaneOf(LaneState lane, TimeSpan longest, Color color, int width) =>
        [Head(lane, color, width), Bar(lane, longest, color, width), new Text("")];

    /// <summary>Name, a mark for each request, and the time; more if the line is wide enough.</summary>
    private static Paragraph Head(LaneState lane, Color color, int width)
    {
        int room = width - 1 - NameWidth - TimeWidth;
        int each = room - InFlightWidth >= 2 * lane.Requests.Count ? 2 : 1;
        string inFlight = room - (each * lane.Requests.Count) >= InFlightWidth ? InFlight(lane).PadLeft(InFlightWidth) : "";

        var line = new Paragraph(" ");
        line.Append(lane.Name.PadRight(NameWidth), new Style(lane.Elapsed is null ? Color.Grey : color, decoration: Decoration.Bold));
        foreach (RequestState request in lane.Requests)
        {
            (string mark, Color of) = request switch
            {
                RequestState.Answered => ("■", color),
                RequestState.InFlight => ("□", Color.Default),
                _ => ("·", Color.Grey),
            };
            line.Append(mark.PadRight(each), new Style(of));
        }

        line.Append(inFlight, new Style(Color.Grey));
        line.Append(
            (lane.Elapsed is { } elapsed ? Seconds(elapsed) : "").PadLeft(
                room + TimeWidth - (each * lane.Requests.Count) - inFlight.Length),
            new Style(decoration: lane.Over ? Decoration.Bold : Decoration.None));
        return line;
    }

    private static Paragraph Bar(LaneState lane, TimeSpan longest, Color color, int width)
    {
        var line = new Paragraph(" ");
        return line.Append(TextBar.Of((lane.Elapsed ?? TimeSpan.Zero) / longest, width - 2), new Style(color));
    }

    private static string InFlight(LaneState lane) => lane.Elapsed is null ? ""
        : lane.Over ? string.Create(CultureInfo.InvariantCulture, $"{lane.Peak} at once")
        : string.Create(CultureInfo.InvariantCulture, $"{lane.InFlight} in flight");

    /// <summary>A label at each whole second.</summary>
    private static string Axis(TimeSpan longest, int width)
    {
        char[] line = [.. Enumerable.Repeat('─', width)];
        for (int second = 0; second < longest.TotalSeconds; second++)
        {
            string label = string.Create(CultureInfo.InvariantCulture, $"{second} s ");
            int at = (int)(second / longest.TotalSeconds * width);
            if (at + label.Length <= width)
                label.CopyTo(0, line, at, label.Length);
        }

        return new string(line);
    }

    /// <summary>Such as <c>3.46 s</c>.</summary>
    internal static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F2} s");
}

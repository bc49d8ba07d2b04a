using System.Globalization;
using Results.Formatting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Benchmarks.Progress;

/// <summary>A terminal: a line for each finished case, and below them the current step, redrawn in the same place.</summary>
/// <param name="console">At least 60 columns wide, and able to move its cursor.</param>
/// <param name="period">
/// How often the clock is redrawn between events; null means never. Once a second costs about 0.05 % of a core, which does not disturb a
/// measurement. Inside the measured process null is required, because even the memory of one drawing would be counted.
/// </param>
public sealed class LiveRunDisplay(IAnsiConsole console, TimeSpan? period) : IRunDisplay
{
    private const int ResultWidth = 12;

    // Only one thread at a time may use the console: the timer's thread or the thread of the events.
    private readonly Lock _drawing = new();
    private LiveDisplayContext? _live;
    private Func<RunStatus>? _status;
    private string _doing = "";
    private string _number = "";

    public void Says(string line) => Draw(() => Write(line));

    public void Does(string what) => Draw(() => (_number, _doing) = ("", what));

    public void Starts(RunningCase running, bool show) => Draw(() =>
        (_number, _doing) = (string.Create(CultureInfo.InvariantCulture, $"[{running.Number}/{running.Of}] "), running.Name));

    public void Ends(string result, string left, bool show) => Draw(() =>
    {
        if (show)
            Write(Line(_number, _doing, result, console.Profile.Width));
        (_number, _doing) = ("", "");
    });

    public Task DuringAsync(Func<RunStatus> status, Func<Task> work) => console.Live(new Text("")).AutoClear(true).StartAsync(async live =>
    {
        (_live, _status) = (live, status);
        // If a signal ends the process, the terminal would stay without a cursor.
        EventHandler showCursor = (_, _) => console.Cursor.Show();
        AppDomain.CurrentDomain.ProcessExit += showCursor;
        try
        {
            using Timer? clock = period is { } every ? new Timer(_ => Tick(), null, every, every) : null;
            await work();
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= showCursor;
            lock (_drawing)
                _live = null;
        }
    });

    private void Draw(Action change)
    {
        lock (_drawing)
        {
            change();
            _live?.UpdateTarget(Picture(_number, _doing, _status!(), console.Profile.Width));
        }
    }

    private void Tick()
    {
        try
        {
            Draw(() => { });
        }
        catch (IOException)
        {
            // The terminal was closed; the measurement continues.
        }
    }

    // As wide as the terminal, because it overwrites the earlier drawing.
    private void Write(string line) => console.Write(new Text((_live is null ? line : line.PadRight(console.Profile.Width - 1)) + "\n"));

    /// <summary>The current step and its time; below it, how much of the time has passed and how much is left.</summary>
    internal static IRenderable Picture(string number, string doing, RunStatus status, int width)
    {
        string left = string.Create(CultureInfo.InvariantCulture, $"{100 * status.Share,3:F0} %, {status.Left}");
        int bar = width - 2 - left.Length;
        string done = TextBar.Of(status.Share, bar);
        var below = new Paragraph(done, new Style(Color.Green));
        below.Append(new string('░', bar - done.Length), new Style(Color.Grey));
        below.Append("  " + left);
        return new Rows(
            new Text(""),
            new Text(
                Line(number, doing, string.Create(CultureInfo.InvariantCulture, $"{status.InStep.TotalSeconds:F0} s"), width),
                new Style(decoration: Decoration.Bold)),
            below);
    }

    /// <summary>A name on the left and a figure on the right. If the name is too long, its beginning is cut off.</summary>
    internal static string Line(string number, string name, string figure, int width)
    {
        int room = width - 1 - ResultWidth - number.Length;
        string fits = name.Length <= room ? name : string.Concat("…", name.AsSpan(name.Length - room + 1));
        return number + fits.PadRight(room) + figure.PadLeft(ResultWidth);
    }
}

using System.Text;
using Results.Pages.Report;
using Spectre.Console;

namespace BenchGate.Cli;

/// <summary>Tells whether an output is a terminal, and how wide it is.</summary>
internal static class Terminal
{
    /// <summary>The width of text in a file or a pipe.</summary>
    private const int WithoutTerminal = 120;

    /// <summary>The width for a terminal that does not report its size.</summary>
    private const int UnknownWidth = 80;

    /// <summary>
    /// The writer for standard output. Each start of WireMock.Net sets the console's encoding to UTF-8, and then <c>Console.Out</c> is a
    /// new object. So this reads it only once, with that encoding.
    /// </summary>
    public static TextWriter Output { get; } = InUtf8();

    /// <summary>Whether the output is a terminal, and not a file or a pipe.</summary>
    public static bool Is(TextWriter output) => ReferenceEquals(output, Output) && !Console.IsOutputRedirected;

    /// <summary>Columns.</summary>
    public static int Width(TextWriter output) =>
        !Is(output) ? WithoutTerminal : Console.WindowWidth > 0 ? Console.WindowWidth : UnknownWidth;

    /// <summary>Columns for text in paragraphs: unlimited without a terminal, and never so few that each word gets its own line.</summary>
    public static int WidthOfText(TextWriter output) =>
        Is(output) ? Math.Max(ConsoleReport.NarrowestWidth, Width(output)) : int.MaxValue;

    /// <summary>
    /// A console that can redraw lines in place. Null if the output is no terminal, if it cannot move its cursor (<c>TERM=dumb</c>), or if
    /// it is too narrow.
    /// </summary>
    public static IAnsiConsole? Live(TextWriter output)
    {
        if (!Is(output) || Width(output) < ConsoleReport.NarrowestWidth)
            return null;
        IAnsiConsole console = ConsoleReport.Open(output, terminal: true, Width(output));
        return console.Profile.Capabilities.Ansi ? console : null;
    }

    private static TextWriter InUtf8()
    {
        try
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
        catch (IOException)
        {
            // Windows throws if the process has no console
        }

        return Console.Out;
    }
}

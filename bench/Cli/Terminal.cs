using System.Text;
using Results.Pages.Report;
using Spectre.Console;

namespace Benchmarks.Cli;

/// <summary>What kind of place an output is.</summary>
internal static class Terminal
{
    /// <summary>What text is laid out for where nobody can be asked.</summary>
    private const int WithoutTerminal = 120;

    /// <summary>Of a terminal that does not know its own size.</summary>
    private const int UnknownWidth = 80;

    /// <summary>
    /// What the program writes to. Each start of WireMock.Net sets the console to UTF-8, which makes <c>Console.Out</c> another object: so
    /// it is taken once, in that encoding.
    /// </summary>
    public static TextWriter Output { get; } = InUtf8();

    /// <summary>Whether a person sees it, and not a file or a pipe.</summary>
    public static bool Is(TextWriter output) => ReferenceEquals(output, Output) && !Console.IsOutputRedirected;

    /// <summary>Columns.</summary>
    public static int Width(TextWriter output) => !Is(output) ? WithoutTerminal : Console.WindowWidth > 0 ? Console.WindowWidth : UnknownWidth;

    /// <summary>
    /// A console on which lines can be drawn again in their place; null unless it is a terminal that moves its cursor (<c>TERM=dumb</c>
    /// does not) and is at least as wide as what is drawn.
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
            // Windows has no console to set where there is none
        }

        return Console.Out;
    }
}

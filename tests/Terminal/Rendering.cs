using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tests.Terminal;

/// <summary>Renders for a terminal with a given width.</summary>
internal static partial class Rendering
{
    /// <summary>An escape sequence that sets a colour: 30 to 49 or 90 to 107, alone or among others.</summary>
    public static Regex Color => ColorSequence();

    /// <summary>For a terminal that moves its cursor; without colours, as with NO_COLOR.</summary>
    public static IAnsiConsole Console(TextWriter output, int width, bool colors)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = colors ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }

    public static string Text(IRenderable picture, int width, bool colors)
    {
        using var output = new StringWriter();
        Console(output, width, colors).Write(picture);
        return output.ToString();
    }

    /// <summary>The lines without escape sequences and without blanks at their ends.</summary>
    public static string[] Lines(IRenderable picture, int width) =>
        [.. WithoutEscapes(Text(picture, width, colors: false)).TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    /// <summary>
    /// Each line that was ever drawn, also overwritten ones, without escape sequences and without blanks at the end.
    /// </summary>
    public static string[] Drawn(string written) =>
        [.. WithoutEscapes(written).Split('\n', '\r').Select(line => line.TrimEnd())];

    public static string WithoutEscapes(string text) => EscapeSequence().Replace(text, "");

    // The runtime sets the keypad's mode (=), and BenchmarkDotNet the window's title, which begins with ] and ends with a bell.
    [GeneratedRegex(@"\u001b(\[[0-9;?]*[a-zA-Z]|[=>]|\][^\a]*\a)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapeSequence();

    [GeneratedRegex(@"\u001b\[([0-9]+;)*(3[0-9]|4[0-9]|9[0-7]|10[0-7])[;m]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColorSequence();
}

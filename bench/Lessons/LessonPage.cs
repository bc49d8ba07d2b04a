using System.Globalization;
using System.Text.RegularExpressions;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Fixtures.Latency;
using Results.Pages.Report;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>A lesson's page in the checkout. A command writes the measured figures between two comments.</summary>
public static partial class LessonPage
{
    /// <summary>Such as <c>01-waiting-is-not-working.md</c>.</summary>
    public static string NameOf(ILesson lesson) =>
        string.Create(CultureInfo.InvariantCulture, $"{lesson.Number:D2}-{NotWord().Replace(lesson.Title.ToLowerInvariant(), "-")}.md");

    public static string FileOf(ILesson lesson) => Path.Combine(CheckoutFolder.Project, "Lessons", NameOf(lesson));

    /// <exception cref="UsageException">The page is missing or has no place for figures.</exception>
    public static void Require(ILesson lesson)
    {
        string file = FileOf(lesson);
        if (!File.Exists(file) || !Figures().IsMatch(File.ReadAllText(file)))
            throw new UsageException(
                $"{file}: write the page first, with a line <!-- measured --> and below it a line <!-- end of measured -->.");
    }

    /// <summary>Replaces the figures of the page.</summary>
    public static void Renew(ILesson lesson, LessonResult result, string server)
    {
        string file = FileOf(lesson);
        AtomicFile.Write(file, WithFigures(File.ReadAllText(file), lesson, result, server));
    }

    /// <summary>The compiled code that a lesson's page shows; empty if there is no page.</summary>
    public static IReadOnlyList<LessonCode> CodeOf(ILesson lesson) => File.Exists(FileOf(lesson))
        ? [.. Code()
            .Matches(File.ReadAllText(FileOf(lesson)))
            .Select(block => new LessonCode(Path.GetFileName(block.Groups["file"].Value), Outdented(block.Groups["code"].Value)))]
        : [];

    private static string Outdented(string code)
    {
        string[] lines = code.TrimEnd('\n').Split('\n');
        int shared =
            lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line[Math.Min(shared, line.Length)..]));
    }

    internal static string WithFigures(string page, ILesson lesson, LessonResult result, string server) =>
        Figures().Replace(page, match => match.Groups["begin"].Value + Measured(lesson, result, server) + match.Groups["end"].Value);

    private static string Measured(ILesson lesson, LessonResult result, string server)
    {
        using var clock = new LatencyClock();
        HostFingerprint host = HostDescription.Fingerprint(clock, server);
        string day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string command = $"./run-bench.sh lessons {lesson.Number} --write";
        string machine = $"{host.Machine}; latency by {host.Clock}";
        return $"""

            {LessonReport.Markdown(result)}
            Made by `{command}` on {day}: {machine}; client and server are two processes of this machine.

            """.ReplaceLineEndings("\n") + "\n";
    }

    [GeneratedRegex(
        "^```csharp (?<file>[^\n]+)\n(?<code>.*?)^```$",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Code();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotWord();

    [GeneratedRegex(
        "(?<begin><!-- measured -->\n).*?(?<end><!-- end of measured -->\n)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}

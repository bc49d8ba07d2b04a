using System.Globalization;
using System.Text;
using Results.Formatting;
using Results.Pages.Report;
using Results.Records;

namespace Tests.Trials;

/// <summary>
/// reliability.md: the trials of the suite, and their results. If a part was not run, the page says that it is missing.
/// </summary>
internal static class ReliabilityPage
{
    /// <summary>The parts in the order of the page, and their headings.</summary>
    public static IReadOnlyDictionary<string, string> Headings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["soak"] = "Load and time",
        ["fuzz"] = "Hostile input",
        ["interruptions"] = "Interruption",
        ["faults"] = "Faults injected and accounted for",
    };

    /// <param name="parts">The results of each part, by its name in <see cref="Headings"/>; parts may be absent.</param>
    public static string Render(HostFingerprint host, IReadOnlyDictionary<string, TrialPart> parts)
    {
        var page = new StringBuilder("# What the suite was put through, and what came of it\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"Made by `.ci/reliability` on {host.Machine}; server {host.Server}, latency "
                + $"by {host.Clock}. Each part has been measured by itself, and says from which source and when.\n");
        foreach ((string name, string heading) in Headings)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n");
            page.Append(parts.TryGetValue(name, out TrialPart? part)
                ? $"{Origin(part)}\n\n{MarkdownTable.Render(ValidityTable.Of(part.Checks))}"
                : $"Not run: `.ci/reliability {name}`.\n");
        }

        return page.ToString();
    }

    private static string Origin(TrialPart part) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Source {MarkdownText.Escape(part.Source)}, measured by {part.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");
}

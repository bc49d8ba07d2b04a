using Results.Pages.Report;
using Results.Records;

namespace Tests.Pages.Report;

public class GoldenReportTests
{
    private const string Hostile =
        "</h2><script>alert(1)</script> | `code` **bold** [x](http://evil.example) ![i](i.png)\n# second\u001b[31m $x$ &amp; ~~s~~ "
            + "www.evil.example \u202Eabc";

    public static TheoryData<string> Situations => [.. Runs.Keys];

    private static Dictionary<string, RunRecord> Runs { get; } = new(StringComparer.Ordinal)
    {
        ["standard"] = Samples.InRounds(Samples.Standard()),
        ["one-iteration"] = OneIteration(),
        ["missing-case"] = MissingCase(),
        ["hostile-title"] = HostileTitle(),
        ["micro-only"] = MicroOnly(),
        ["validity"] = Validity(),
        ["article-scale"] = Samples.InRounds(Samples.Standard()) with
        {
            Profile = "article",
            Scale = 1,
            Warnings = ["Two processes had other priorities: give both the same."],
        },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public void Markdown_is_as_stored(string situation)
    {
        using var culture = new CommaDecimalCulture();
        string page = MarkdownReport.Render(Runs[situation]);
        Assert.DoesNotContain('\r', page);
        GoldenFile.Check(situation, "report.md", page);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Csv_is_as_stored(string situation)
    {
        using var culture = new CommaDecimalCulture();
        GoldenFile.Check(situation, "report.csv", CsvReport.Render(Runs[situation]));
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Console_is_as_stored(string situation)
    {
        using var culture = new CommaDecimalCulture();
        using var output = new StringWriter { NewLine = "\n" };
        ConsoleReport.Write(Runs[situation], ["results/latest/report.md"], output, terminal: false, width: 60);
        string text = output.ToString().ReplaceLineEndings("\n");
        Assert.DoesNotContain('\u001b', text);
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 60, line));
        GoldenFile.Check(situation, "console-60.txt", text);
    }

    private static RunRecord OneIteration()
    {
        RunRecord run = Samples.Standard();
        return run with
        {
            Profile = "smoke",
            Scale = 0.02,
            RequestDivisor = 10,
            Cases = [.. run.Cases.Select(c => c with { IterationsNs = [c.IterationsNs[0]] })],
        };
    }

    // The baseline of one scenario and a contender of the other are gone; the run was interrupted.
    private static RunRecord MissingCase()
    {
        RunRecord run = Samples.Standard();
        return run with
        {
            Complete = false,
            Source = run.Source with { Commit = null, Dirty = null },
            Priorities = null,
            Cases =
            [
                .. run.Cases.Where(
                    c => c.Case is not ("Benchmarks.Macro.Baidu.SequentialSyncNewClient" or "Benchmarks.Macro.PokeApi.WhenAll")),
            ],
        };
    }

    // One check within its bound, one out of it, one that nobody can tell; counts are printed as counts.
    private static RunRecord Validity()
    {
        CheckRecord[] checks =
        [
            new("latency-error-median", 0.0843, "ms", "<= 0.2", true, "Close other programs."),
            new("peak-in-flight-when-all", 149, "requests", "= 150", false, "Look for a limit of connections."),
            new("neighbour-steal", null, "%", "<= 5", true, "Measure at another time."),
        ];
        return Samples.Run(Samples.Case("PokeApi", "WhenAll", 150, 11.2, 5.73)) with
        {
            Validity = checks,
            Warnings = [.. ValidityReport.Warnings(checks)],
        };
    }

    private static RunRecord HostileTitle() => Samples.Run(
        Samples.Case("Baidu", "WhenAll", 200, 8.2999, 8.3) with { Baseline = true, Warnings = ["=1+1 | <b>not</b> a formula"] }) with
    {
        Scenarios = [Samples.Baidu with { Title = Hostile, Note = "1. <img src=x> | @someone `" }],
        Source = new("0123456789abcdef", true, "fedc", "0.14.0", "0.3.17"),
    };

    private static RunRecord MicroOnly() => Samples.Run(
        Samples.Micro("Reflection(Size: \"a.b|c\")", 912.5, 913.1, 911.8) with { Baseline = true, AllocatedBytes = 640 },
        Samples.Micro("SourceGenerated(Size: \"a.b|c\")", 455.25, 456.75, 454.5) with { AllocatedBytes = 0 },
        Samples.Micro("SourceGenerated(Size: \"other\")", 455.25, 456.75, 454.5),
        Samples.Micro("Failed(Size: \"a.b|c\")")) with
    {
        Scenarios = [],
    };
}

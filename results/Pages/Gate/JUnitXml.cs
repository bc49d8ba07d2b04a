using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Results.Formatting;
using Results.Gate;
using Results.Records;

namespace Results.Pages.Gate;

/// <summary>
/// gate.junit.xml: each benchmark is a test case. It fails if the benchmark fails the gate, and is skipped if it was not judged.
/// </summary>
internal static class JUnitXml
{
    public static string Render(GateDecision decision)
    {
        List<XElement> tests = [.. decision.Cases.Select(TestOf)];
        int failures = decision.Cases.Count(one => one.Fails);
        // An empty or interrupted gate has no failing case, but it must not look like a pass.
        int errors = decision.ExitCode != GateExitCodes.Pass && failures == 0 ? 1 : 0;
        if (errors > 0)
            tests.Add(Test("Gate", "run", null, new XElement("error", new XAttribute("message", Clean(decision.Headline)))));
        if (decision.IsIdentical)
            tests.Add(Test("Gate", "identical builds", null, null)); // some CI systems call a file without tests a failure
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", "Benchmark gate"),
            new XAttribute("tests", Figures.Whole(tests.Count)),
            new XAttribute("failures", Figures.Whole(failures)),
            new XAttribute("errors", Figures.Whole(errors)),
            new XAttribute("skipped", Figures.Whole(tests.Count(test => test.Element("skipped") is not null))),
            new XAttribute("timestamp", decision.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            tests);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{suite.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static XElement TestOf(CaseVerdict one)
    {
        var name = CaseName.Parse(one.Case);
        string text = Clean($"{one.Verdict}: {one.Reason}");
        XElement? outcome = one switch
        {
            { Fails: true } =>
                new XElement("failure", new XAttribute("message", text), new XAttribute("type", one.Verdict.ToString()), Findings(one)),
            { Verdict: Verdict.Same or Verdict.Faster } => null,
            _ => new XElement("skipped", new XAttribute("message", text)),
        };
        return Test(Clean(name.Type), Clean(name.Method + name.Arguments), one.HeadNs, outcome);
    }

    private static XElement Test(string type, string name, double? ns, XElement? outcome) => new(
        "testcase",
        new XAttribute("classname", type),
        new XAttribute("name", name),
        ns is { } known ? new XAttribute("time", Figures.Fixed(known / 1e9, 9)) : null,
        outcome);

    private static string Findings(CaseVerdict one) => Clean(string.Join("; ", one.Findings.Select(finding => finding.Text)));

    // XML allows some characters not at all, not even encoded.
    private static string Clean(string text) => new([.. PlainText.OneLine(text).Where(XmlConvert.IsXmlChar)]);
}

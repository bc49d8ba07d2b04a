using System.Globalization;
using System.Text.RegularExpressions;
using Results.Records;

namespace BenchGate.Launchers;

/// <summary>
/// What a process of BenchmarkDotNet prints about one benchmark. Read from versions 0.14.0, 0.15.2 and 0.15.8. There is no contract, so
/// what does not have exactly this form is refused.
/// </summary>
internal static partial class LaunchOutput
{
    private const string Measured = "// AfterActualRun";

    /// <summary>The launch: times without the overhead, in nanoseconds for one operation; null if there is no result.</summary>
    /// <param name="lines">The lines about this benchmark.</param>
    public static CaseLaunch? Read(string id, IReadOnlyList<string> lines)
    {
        // A cleanup can print anything. Without this line, in a program that measures in its own process, all lines are meant.
        int end = Array.LastIndexOf([.. lines], Measured);
        List<Iteration> measured = Stage(end < 0 ? lines : [.. lines.Take(end)], "WorkloadActual", operations: null);
        List<Iteration> results = measured.Count == 0 ? [] : Stage(lines, "WorkloadResult", measured[^1].Operations);
        return results.Count == 0
            ? null
            : new CaseLaunch(
                id,
                new GateLaunch([.. results.Select(one => one.Ns)], AllocatedBytes(lines.Skip(results[^1].Line))),
                UnoptimisedCode.IsLikely([.. measured.Select(one => one.Ns)]));
    }

    /// <summary>
    /// The iterations of a stage. They are numbered from 1, and a result has as many operations as its measurement, so lines that the
    /// benchmark itself printed cannot be taken for results.
    /// </summary>
    private static List<Iteration> Stage(IReadOnlyList<string> lines, string stage, double? operations)
    {
        List<Iteration> found = [];
        for (int i = 0; i < lines.Count; i++)
        {
            Match match = IterationLine().Match(lines[i]);
            if (match.Groups["stage"].Value != stage || (operations is { } own && Number(match, "operations") != own))
                continue;
            if (Number(match, "index") == 1)
                found.Clear(); // the benchmark printed such lines before BenchmarkDotNet did
            if (Number(match, "index") == found.Count + 1)
                found.Add(new(
                    i, Number(match, "operations"), Math.Max(Number(match, "ns") / Number(match, "operations"), LeastNs)));
        }

        return found;
    }

    /// <summary>Bytes for one operation, rounded as BenchmarkDotNet rounds them; null without its MemoryDiagnoser.</summary>
    /// <param name="lines">Those after the results.</param>
    private static double? AllocatedBytes(IEnumerable<string> lines) =>
        lines.Select(line => Collections().Match(line)).FirstOrDefault(match => match.Success) is { } found
            ? Math.Round(Number(found, "bytes") / Number(found, "operations"))
            : null;

    // An empty method can take less time than the overhead. A ratio needs a time above 0.
    private const double LeastNs = 1e-3;

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<stage>Workload(Actual|Result)) +(?<index>\d+): (?<operations>\d+) op, (?<ns>-?[\d.]+) ns, ",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IterationLine();

    [GeneratedRegex(@"^// GC: +\d+ \d+ \d+ (?<bytes>\d+) (?<operations>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Collections();

    /// <param name="Line">Its place in the output.</param>
    /// <param name="Operations">How many it measured.</param>
    /// <param name="Ns">Time of one.</param>
    private sealed record Iteration(int Line, double Operations, double Ns);
}

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
    /// <summary>The launch: times without the overhead, in nanoseconds for one operation; null if there is no result.</summary>
    /// <param name="lines">The lines about this benchmark.</param>
    public static CaseLaunch? Read(string id, IReadOnlyList<string> lines)
    {
        double[] results = [.. Iterations(lines, "WorkloadResult")], measured = [.. Iterations(lines, "WorkloadActual")];
        return results.Length == 0 || measured.Length == 0
            ? null
            : new CaseLaunch(id, new GateLaunch(results, AllocatedBytes(lines)), UnoptimisedCode.IsLikely(measured));
    }

    /// <summary>
    /// The iterations of a stage. They are numbered from 1, so lines that the benchmark itself printed cannot be taken for results.
    /// </summary>
    private static List<double> Iterations(IReadOnlyList<string> lines, string stage)
    {
        List<double> found = [];
        foreach (Match match in lines.Select(line => Iteration().Match(line)).Where(match => match.Groups["stage"].Value == stage))
        {
            if (Number(match, "index") == 1)
                found.Clear(); // the benchmark printed such lines before BenchmarkDotNet did
            if (Number(match, "index") == found.Count + 1)
                found.Add(Math.Max(Number(match, "ns") / Number(match, "operations"), LeastNs));
        }

        return found;
    }

    /// <summary>Bytes for one operation, rounded as BenchmarkDotNet rounds them; null without its MemoryDiagnoser.</summary>
    private static double? AllocatedBytes(IReadOnlyList<string> lines) =>
        lines.Select(line => Collections().Match(line)).LastOrDefault(match => match.Success) is { } found
            ? Math.Round(Number(found, "bytes") / Number(found, "operations"))
            : null;

    // An empty method can take less time than the overhead. A ratio needs a time above 0.
    private const double LeastNs = 1e-3;

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<stage>Workload(Actual|Result)) +(?<index>\d+): (?<operations>\d+) op, (?<ns>-?[\d.]+) ns, ",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iteration();

    [GeneratedRegex(@"^// GC: +\d+ \d+ \d+ (?<bytes>\d+) (?<operations>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Collections();
}

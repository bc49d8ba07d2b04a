using System.Diagnostics;
using System.Globalization;
using Results.Records;
using Results.Reporting;

namespace Benchmarks.Measurement;

/// <summary>One line a case: what it took, and how much time is left.</summary>
public sealed class RunProgress(RunPlan plan, TextWriter output)
{
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly TimeSpan _estimate = plan.Estimate;
    private int _started;

    public void Announce() => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"Profile {plan.Profile.Id} (delays × {plan.Profile.Scale}): {plan.Cases.Count} cases, about {Text(_estimate)}."));

    public void Starts(string caseId)
    {
        _started++;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"[{_started}/{plan.Cases.Count}] {Short(caseId),-46} "));
    }

    public void Ends(IReadOnlyList<CaseRecord> launches)
    {
        double? median = Statistics.Median([.. launches.SelectMany(launch => launch.IterationsNs)]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Duration(median ?? double.NaN),12}   {Failures(launches)}{Left()}"));
    }

    // A time without this would pass for that of a success.
    private static string Failures(IReadOnlyList<CaseRecord> launches) =>
        launches[0].Failures is { } failures ? string.Create(CultureInfo.InvariantCulture, $"{failures.Values.Sum()} FAILED of {launches[0].Requests}   ") : "";

    public void Failed() => output.WriteLine("FAILED");

    private string Left()
    {
        TimeSpan left = _estimate - _elapsed.Elapsed;
        if (_started == plan.Cases.Count)
            return "done in " + Text(_elapsed.Elapsed);
        return left > TimeSpan.Zero ? Text(left) + " left" : "nearly done";
    }

    private static string Short(string caseId) => caseId.Replace("Benchmarks.Macro.", "", StringComparison.Ordinal).Replace("Benchmarks.Micro.", "", StringComparison.Ordinal);

    private static string Duration(double ns) => ns switch
    {
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1e9:F3} s"),
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1e6:F2} ms"),
        >= 1e3 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1e3:F2} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ns:F2} ns"),
    };

    private static string Text(TimeSpan time) => time.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:D2} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");
}

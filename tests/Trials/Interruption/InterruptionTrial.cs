using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BenchGate.Errors;
using BenchGate.Processes;
using Benchmarks.Measurement;
using Results.Records;
using Results.Summaries;
using Tests.Trials.Programs;

namespace Tests.Trials.Interruption;

/// <summary>Interrupts one smoke run, checks what it left, and resumes it.</summary>
/// <param name="Signal">What ends it.</param>
/// <param name="Cases">The signal is sent after this number of printed cases, 0 to 7 …</param>
/// <param name="Then">… and after this additional time.</param>
/// <param name="Builds">Whether BenchmarkDotNet builds and starts child processes, as for users; otherwise everything is measured in the
/// run's own process.</param>
public sealed partial record InterruptionTrial(Signal Signal, int Cases, TimeSpan Then, bool Builds)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <param name="patience">The time limit for a started process to end.</param>
    /// <param name="resume">Whether the run is resumed to its end.</param>
    public async Task<InterruptionOutcome> RunAsync(TimeSpan patience, bool resume)
    {
        using var scratch = new ScratchFolder();
        string folder = Path.Combine(scratch.Path, "mes résultats"); // such names occur in practice
        using var program = TrialProgram.Start(Arguments(folder));
        await program.PrintsAsync(Cases, IsCase);
        await Task.Delay(Then);
        ((int Exit, string Error)? end, int orphans, TimeSpan gone) = await program.StopAsync(Signal, patience);

        int told = program.Lines.Count(IsCase);
        string latest = RunLayout.Latest(folder).Folder;
        RunRecord? kept = Kept(RunLayout.Latest(folder).RunJson);
        return new InterruptionOutcome(
            ToString(),
            RightExit: end is { } ended && (ended.Exit == Signal.ExitCode() || (ended.Exit == ExitCodes.Ok && kept is { Complete: true })),
            TooLate: end?.Exit == ExitCodes.Ok,
            ResultsTold: told,
            ResultsLost: Math.Max(0, told - (kept?.Cases.Count ?? 0)),
            Marked: kept is not { Complete: true } || Summary.Missing(kept).Count == 0,
            TornFiles: Torn(latest),
            Orphans: orphans,
            Gone: gone,
            Resumed: !resume || await ResumesAsync(folder, kept),
            Said: end?.Error ?? "it did not end");
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Signal} after {Cases} cases and {Then.TotalMilliseconds:F0} ms{(Builds ? ", with children" : "")}");

    /// <summary>A line with the time of a case.</summary>
    private static bool IsCase(string line) => CaseLine().IsMatch(line);

    private string[] Arguments(string folder) =>
        ["run", "--profile", Profile.Smoke.Id, "--output", folder, .. Builds
            ? Array.Empty<string>()
            : ["--hosting", "in-process", "--inProcess"]];

    /// <exception cref="RecordException">The file exists but cannot be read, which must not happen.</exception>
    private static RunRecord? Kept(string file) => File.Exists(file) ? RunRecordFile.Load(file) : null;

    /// <summary>The JSON files below a folder that cannot be read.</summary>
    internal static int Torn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Count(file => Path.GetFileName(file)[0] != '.' && !IsJson(file))
        : 0;

    private static bool IsJson(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Measures the remaining cases, each once. If nothing can be resumed, the program must say so.</summary>
    private async Task<bool> ResumesAsync(string folder, RunRecord? kept)
    {
        using var again = TrialProgram.Start([.. Arguments(folder), "--resume"]);
        (int Exit, string Error)? end = await again.EndAsync(s_patience);
        if (kept is null or { Complete: true })
            return end is (ExitCodes.Usage, { } said) && said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length == 1;

        RunRecord whole = RunRecordFile.Load(RunLayout.Latest(folder).RunJson);
        return end is (ExitCodes.Ok, _) && whole.Complete && Summary.Missing(whole).Count == 0
            && whole.Cases.Count == whole.Planned.Count
            && kept.Cases.Select(RunCase).SequenceEqual(whole.Cases.Take(kept.Cases.Count).Select(RunCase), StringComparer.Ordinal);
    }

    private static string RunCase(CaseRecord measured) => $"{measured.Case} {string.Join(' ', measured.IterationsNs)}";

    [GeneratedRegex(@"^\[\d+/\d+\] .*\d (?:ns|µs|ms|s)\b", RegexOptions.None, 1000)]
    private static partial Regex CaseLine();
}

/// <summary>The result of one interruption.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="RightExit">128 + the signal's number; 0 if it came too late.</param>
/// <param name="TooLate">The run ended before the signal, or ignored it.</param>
/// <param name="ResultsTold">Cases, pairs and lessons that the program printed as finished.</param>
/// <param name="ResultsLost">Those of them that are in no file.</param>
/// <param name="Marked">The kept result is marked as incomplete, unless it is complete.</param>
/// <param name="TornFiles">JSON files that cannot be read.</param>
/// <param name="Orphans">Processes that still ran after the time limit.</param>
/// <param name="Gone">Time from the end of the run to the end of its last process.</param>
/// <param name="Resumed">The rest was measured, nothing twice, or the program said that there is no rest; true if not tried.</param>
/// <param name="Said">The run's standard error.</param>
public sealed record InterruptionOutcome(
    string Trial,
    bool RightExit,
    bool TooLate,
    int ResultsTold,
    int ResultsLost,
    bool Marked,
    int TornFiles,
    int Orphans,
    TimeSpan Gone,
    bool Resumed,
    string Said)
{
    /// <summary>No result was lost, no process is left, and no file is damaged.</summary>
    public bool Good => RightExit && Resumed && Marked && (ResultsLost, TornFiles, Orphans) == (0, 0, 0);
}

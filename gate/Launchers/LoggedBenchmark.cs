using System.Text.RegularExpressions;

namespace BenchGate.Launchers;

/// <summary>One benchmark in BenchmarkDotNet's log of a run.</summary>
/// <param name="Title">BenchmarkDotNet's own line about it: class, method, job and parameters.</param>
/// <param name="Command">How its process was started; null for a benchmark that ran in the process of the program, or not at all.</param>
/// <param name="Lines">What its process printed.</param>
internal sealed partial record LoggedBenchmark(string Title, ReplayCommand? Command, IReadOnlyList<string> Lines)
{
    // What this tool asks for. It is the same for all, so it identifies nothing.
    private static readonly string[] s_own = [.. LaunchSettings.Of.Select(setting => setting.Name)];

    /// <summary>Its name, with the job if that has a name or settings of its own.</summary>
    public string Id
    {
        get
        {
            Match title = Parts().Match(Title);
            string parameters = title.Groups["parameters"] is { Success: true } found ? $"({found.Value})" : "";
            string name = Command?.BenchmarkName ?? title.Groups["name"].Value + parameters;
            string job = title.Groups["job"].Value, settings = Own(title.Groups["settings"].Value);
            string kept = IsGenerated(job) ? settings : job;
            return kept.Length == 0 ? name : $"{name} [{kept}]";
        }
    }

    /// <summary>The settings of its job, as BenchmarkDotNet prints them.</summary>
    public string Settings => Parts().Match(Title).Groups["settings"].Value;

    /// <summary>Whether it had a process of its own, but its log has no command in the form that we know.</summary>
    public bool HasUnknownCommand => Command is null && Lines.Any(line => line.StartsWith("// Execute: ", StringComparison.Ordinal));

    /// <summary>What went wrong with it, in BenchmarkDotNet's words or those of its exception; null if nothing is known.</summary>
    public string? Failure => FirstFailure.In(Lines);

    // The order of the settings is not that of the job, so each of ours is removed by its name.
    private static string Own(string settings) => string.Join(
        ", ", Setting().Matches(settings).Select(one => one.Value).Where(one => !s_own.Contains(one.Split('=')[0])));

    // In older versions such a name was drawn anew in each run.
    private static bool IsGenerated(string job) => job == "DefaultJob" || job.StartsWith("Job-", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(?<name>.+?): (?<job>[^:(]+?)(\((?<settings>.*?)\))?( \[(?<parameters>.*)\])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"[A-Z]\w*=.*?(?=, [A-Z]\w*=|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}

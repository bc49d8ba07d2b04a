namespace Results.Records;

/// <summary>The paths of a run's outputs in its folder.</summary>
/// <param name="Folder">The run's own folder, such as results/latest.</param>
public sealed record RunLayout(string Folder)
{
    /// <summary>The RunRecord; every report can be drawn again from it.</summary>
    public string RunJson => Path.Combine(Folder, "run.json");

    public string ReportMarkdown => Path.Combine(Folder, "report.md");

    /// <summary>One self-contained page.</summary>
    public string ReportHtml => Path.Combine(Folder, "report.html");

    /// <summary>The figures that report.md shows.</summary>
    public string Pictures => Path.Combine(Folder, "pictures");

    public string ReportCsv => Path.Combine(Folder, "report.csv");

    /// <summary>The articles' rows with ours; only for a run at their own scale.</summary>
    public string ArticlesMarkdown => Path.Combine(Folder, "articles.md");

    /// <summary>The last results of <c>check</c>.</summary>
    public string CheckJson => Path.Combine(Folder, "check.json");

    /// <summary>The last results of <c>lessons --check</c>.</summary>
    public string LessonsJson => Path.Combine(Folder, "lessons.json");

    /// <summary>What the page shows of these lessons in addition to their claims.</summary>
    public string LessonDetailsJson => Path.Combine(Folder, "lesson-details.json");

    /// <summary>The gate's decision on this run's source.</summary>
    public string GateJson => Path.Combine(Folder, "gate.json");

    /// <summary>A copy of the kept runs of this machine that the run may be compared with.</summary>
    public string History => Path.Combine(Folder, "history.jsonl");

    /// <summary>BenchmarkDotNet's own exports and log.</summary>
    public string BenchmarkDotNet => Path.Combine(Folder, "benchmarkdotnet");

    /// <summary>Timelines of requests; a case names its file relative to run.json.</summary>
    public string Telemetry => Path.Combine(Folder, "telemetry");

    /// <summary>The layout of the run that was started last.</summary>
    public static RunLayout Latest(string resultsRoot) => new(Path.Combine(resultsRoot, "latest"));

    /// <summary>The layout of the one before it.</summary>
    public static RunLayout Previous(string resultsRoot) => new(Path.Combine(resultsRoot, "previous"));
}

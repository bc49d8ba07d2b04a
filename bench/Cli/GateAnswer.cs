using Results.Gate;
using Results.Pages.Gate;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>Writes the result of a gate: pages, console, and on GitHub the step's summary and annotations.</summary>
internal static class GateAnswer
{
    /// <summary>Writes everything into <paramref name="folder"/> and returns the exit code.</summary>
    /// <exception cref="NotWrittenException">A page cannot be written.</exception>
    public static int Finish(GateDecision decision, string folder, TextWriter output)
    {
        IReadOnlyList<string> written = GateWriter.Write(decision, folder);
        AppendSummary(decision);
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            foreach (string line in GitHubAnnotations.Lines(decision))
                output.WriteLine(line);
        }

        Summarise.Write(decision, written, output);
        return decision.ExitCode;
    }

    /// <summary>Copies the decision into the folder of the run that it judged, for the run's page.</summary>
    /// <exception cref="NotWrittenException">It cannot be written.</exception>
    public static void CopyNextTo(GateDecision decision, RunLayout run) =>
        AtomicFile.Write(run.GateJson, GateDecisionFile.ToJson(decision));

    /// <summary>Appends to the summary page of the workflow's run, because other steps write there too.</summary>
    private static void AppendSummary(GateDecision decision)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is not { Length: > 0 } summary)
            return;

        try
        {
            File.AppendAllText(summary, GateMarkdown.Render(decision));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{summary}: cannot append to this file ({e.Message}); correct GITHUB_STEP_SUMMARY", e);
        }
    }
}

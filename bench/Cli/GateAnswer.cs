using Results.Gate;
using Results.Pages.Gate;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>The end of every gate: pages, console, and on GitHub the step's summary and annotations.</summary>
internal static class GateAnswer
{
    /// <summary>Writes everything into <paramref name="folder"/> and gives the exit code.</summary>
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

    /// <summary>Puts the decision beside the run that it judged, for its page.</summary>
    /// <exception cref="NotWrittenException">It cannot be written.</exception>
    public static void CopyNextTo(GateDecision decision, RunLayout run) => AtomicFile.Write(run.GateJson, GateDecisionFile.ToJson(decision));

    /// <summary>The page of the workflow's run; other steps have written there, so it is appended.</summary>
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
            throw new RecordException($"{summary}: cannot be appended to ({e.Message}); correct GITHUB_STEP_SUMMARY", e);
        }
    }
}

using Results.Gate;
using Results.Pages.Gate;
using Results.Records;

namespace BenchGate.Cli;

/// <summary>Writes the result of a gate: pages, console, and on GitHub the step's summary and annotations.</summary>
internal static class GateAnswer
{
    /// <summary>Writes everything into <paramref name="folder"/> and returns the exit code.</summary>
    /// <param name="judged">The run whose page also shows the decision; null if nothing is written beside a run.</param>
    /// <exception cref="NotWrittenException">A page cannot be written into the folder.</exception>
    public static int Finish(GateDecision decision, string folder, RunLayout? judged, TextWriter output, TextWriter error)
    {
        List<string> written = [.. GateWriter.Write(decision, folder)];
        if (judged is not null && SecondaryOutput.TryWrite(
            () => AtomicFile.Write(judged.GateJson, GateDecisionFile.ToJson(decision)),
            $"the verdict stays, and only the page of the run in {judged.Folder} does not show it.",
            error))
            written.Add(judged.GateJson);
        SecondaryOutput.TryWrite(() => AppendSummary(decision), "the verdict stays, and only that summary does not show it.", error);
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            foreach (string line in GitHubAnnotations.Lines(decision))
                output.WriteLine(line);
        }

        GateConsole.Write(decision, written, output, Terminal.Is(output), Terminal.Width(output));
        return decision.ExitCode;
    }

    /// <summary>Appends to the summary page of the workflow's run, because other steps write there too.</summary>
    private static void AppendSummary(GateDecision decision)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is not { Length: > 0 } summary)
            return;

        try
        {
            if (File.Exists(summary))
                PlainFile.Require(summary);
            File.AppendAllText(summary, GateMarkdown.Render(decision));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{summary}: cannot append to this file ({e.Message}); correct GITHUB_STEP_SUMMARY", e);
        }
    }
}

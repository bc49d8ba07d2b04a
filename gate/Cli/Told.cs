using BenchGate.Errors;
using Results.Records;

namespace BenchGate.Cli;

/// <summary>
/// Prints the exception that ended a verb: one line if the user can solve the problem, the whole exception if it is a bug of ours.
/// </summary>
internal static class Told
{
    /// <param name="program">The program that has the bug, if it is one; for people.</param>
    /// <returns>The exit code for the exception.</returns>
    public static int Of(Exception thrown, string program, TextWriter error)
    {
        Exception failure = Unwrapped.Of(thrown);
        switch (failure)
        {
            case UsageException or RecordException:
                return Line(error, "error", failure.Message, ExitCodes.Usage);
            case GateException gate:
                return Line(error, gate.ExitCode == ExitCodes.Failed ? "failed" : "error", gate.Message, gate.ExitCode);
            case InterruptedException:
                return Line(error, "interrupted", failure.Message, ExitCodes.Interrupted);
            case not null when ExpectedFailure.Is(failure):
                return Line(
                    error,
                    "failed",
                    ExpectedFailure.IsOfTheSystem(failure) ? $"the system refused: {failure.Message}" : failure.Message,
                    ExitCodes.Failed);
            default:
                BugReport.Write(thrown, program, error);
                return ExitCodes.Bug;
        }
    }

    public static int Line(TextWriter error, string kind, string message, int exit)
    {
        error.WriteLine(MessageLine.Of($"{kind}: {message}"));
        return exit;
    }
}

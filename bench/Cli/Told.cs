using Benchmarks.Errors;
using Benchmarks.Gate;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>
/// What a person is told of an exception that ends a verb: one line for what somebody can mend, and everything for a bug of ours.
/// </summary>
internal static class Told
{
    /// <returns>The exit code that belongs to it.</returns>
    public static int Of(Exception failure, TextWriter error)
    {
        switch (failure)
        {
            case UsageException or ScenarioException or RecordException:
                return Line(error, "error", failure.Message, ExitCodes.Usage);
            case GateException gate:
                return Line(error, gate.ExitCode == ExitCodes.Failed ? "failed" : "error", gate.Message, gate.ExitCode);
            case InterruptedException:
                return Line(error, "interrupted", failure.Message, ExitCodes.Interrupted);
            case not null when ExpectedFailure.Is(failure):
                return Line(error, "failed", ExpectedFailure.IsOfTheSystem(failure) ? $"the system refused: {failure.Message}" : failure.Message, ExitCodes.Failed);
            default:
                BugReport.Write(failure!, error);
                return ExitCodes.Bug;
        }
    }

    public static int Line(TextWriter error, string kind, string message, int exit)
    {
        error.WriteLine(MessageLine.Of($"{kind}: {message}"));
        return exit;
    }
}

namespace BenchGate.Errors;

/// <summary>
/// Prints a bug of this program: one line that says what to do, and below it the whole exception, because only its stack trace shows the
/// place.
/// </summary>
internal static class BugReport
{
    private const string Log = "log of the run";

    /// <summary>Adds the path of the run's log to the report.</summary>
    public static void NameLog(Exception bug, string file) => bug.Data[Log] = file;

    /// <param name="program">The program that has the bug, for people.</param>
    public static void Write(Exception bug, string program, TextWriter error)
    {
        string log = bug.Data[Log] is string file ? $" The log of the run is {file}." : "";
        error.WriteLine(MessageLine.Of($"bug: this is a fault of {program} and not yours ({bug.GetType().Name}: {bug.Message}). "
            + $"Please report it with everything below this line.{log}"));
        error.WriteLine(bug);
    }
}

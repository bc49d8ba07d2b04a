using BenchGate.Errors;
using Results.Records;

namespace BenchGate.Cli;

/// <summary>
/// A file beside the result itself, such as a copy for another page. If it cannot be written, the result and its exit code stay, and one
/// line on stderr says what is missing.
/// </summary>
internal static class SecondaryOutput
{
    /// <param name="missing">What the user has, and what not, without this file; it ends the line.</param>
    /// <returns>Whether it was written.</returns>
    public static bool TryWrite(Action write, string missing, TextWriter error)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception failure) when (failure is RecordException || ExpectedFailure.Is(failure))
        {
            error.WriteLine(MessageLine.Of($"warning: {failure.Message}; {missing}"));
            return false;
        }
    }
}

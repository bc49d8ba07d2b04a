namespace BenchGate.Errors;

/// <summary>The gate cannot give a verdict. The message is one line for people: what, where, what to do.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>: Failed if the head caused it, else NotComparable.</param>
/// <param name="message">For people.</param>
public sealed class GateException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

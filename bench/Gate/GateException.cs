namespace Benchmarks.Gate;

/// <summary>The gate cannot come to a verdict; the message is one line for a person: what, where, what to do.</summary>
/// <param name="exitCode">Of <see cref="Errors.ExitCodes"/>: Failed where the head is to blame, else NotComparable.</param>
/// <param name="message">For people.</param>
public sealed class GateException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

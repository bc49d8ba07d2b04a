namespace BenchGate.Errors;

/// <summary>
/// The machine, a server or another program failed after the work had begun, or returned something unexpected. It is printed in one line;
/// exit code 1.
/// </summary>
/// <param name="message">For people: what failed, where, and what to do, if known. It is printed after "failed: ".</param>
/// <param name="cause">The exception that caused it, if any.</param>
public sealed class ExpectedFailureException(string message, Exception? cause = null) : Exception(message, cause);

namespace Benchmarks.Errors;

/// <summary>
/// A machine, a server or another program failed at work that had begun, or brought back something else than it should. One line tells it;
/// exit code 1.
/// </summary>
/// <param name="message">For people: what failed, where, and what to do if that is known; follows "failed: ".</param>
/// <param name="cause">What it came from, if that was an exception.</param>
public sealed class ExpectedFailureException(string message, Exception? cause = null) : Exception(message, cause);

namespace BenchGate.Errors;

/// <summary>
/// An argument, or a file that it names, cannot be used, and nothing was run; exit code 2. The message is one line for people and says what
/// is allowed.
/// </summary>
public sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause);

namespace Benchmarks.Errors;

/// <summary>
/// What was typed, or lies where it was said to, cannot be used, and nothing was run; exit code 2. The message is one line for a person and
/// says what is allowed.
/// </summary>
public sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause);

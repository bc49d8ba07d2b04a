namespace Benchmarks.Errors;

/// <summary>What was typed cannot be done; the message is one line for a person and says what is allowed.</summary>
public sealed class UsageException(string message) : Exception(message);

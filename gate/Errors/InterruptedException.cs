namespace BenchGate.Errors;

/// <summary>A verb was stopped; the message says what is kept of its work.</summary>
/// <param name="kept">For people: what is kept and where, and how to continue. It is printed after "interrupted: ".</param>
public sealed class InterruptedException(string kept, OperationCanceledException stopped)
    : OperationCanceledException(kept, stopped, stopped.CancellationToken);

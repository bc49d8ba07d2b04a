namespace Benchmarks.Errors;

/// <summary>A verb was stopped, and can say what is left of its work.</summary>
/// <param name="kept">For people: what is kept and where, and how to go on; follows "interrupted: ".</param>
public sealed class InterruptedException(string kept, OperationCanceledException stopped) : OperationCanceledException(kept, stopped, stopped.CancellationToken);

namespace Benchmarks.Micro;

/// <summary>How an operation waits.</summary>
public enum WaitingKind
{
    /// <summary>An async method, stopped at an await.</summary>
    Task,

    /// <summary>A thread of its own, blocked.</summary>
    Thread,
}

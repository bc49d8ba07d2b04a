namespace Benchmarks.Micro;

/// <summary>How an operation waits.</summary>
public enum WaitingKind
{
    /// <summary>An async method, suspended at an await.</summary>
    Task,

    /// <summary>A blocked thread for each operation.</summary>
    Thread,
}

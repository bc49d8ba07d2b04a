namespace Benchmarks.Engine;

/// <summary>Where a run's progress is seen. One call at a time.</summary>
public interface IRunDisplay
{
    /// <summary>A line that stays.</summary>
    void Says(string line);

    /// <summary>What is done now, where that is no case.</summary>
    void Does(string what);

    void Starts(RunningCase running);

    /// <summary>The case that was started last has ended.</summary>
    /// <param name="left">Time left, in words.</param>
    void Ends(string result, string left);

    /// <summary>Shows how it goes on until <paramref name="work"/> is done.</summary>
    Task DuringAsync(Func<RunStatus> status, Func<Task> work);
}

/// <summary>A case that is measured now.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many there are.</param>
public sealed record RunningCase(int Number, int Of, string Name);

/// <summary>How a run stands.</summary>
/// <param name="Share">0 to 1 of the whole time has passed.</param>
/// <param name="InStep">Since what is done now began.</param>
/// <param name="Left">Time left, in words.</param>
public sealed record RunStatus(double Share, TimeSpan InStep, string Left);

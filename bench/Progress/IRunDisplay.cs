namespace Benchmarks.Progress;

/// <summary>Shows the progress of a run. Callers make one call at a time.</summary>
public interface IRunDisplay
{
    /// <summary>Prints a line that is not overwritten.</summary>
    void Says(string line);

    /// <summary>Shows what the run does now, if it is not a case.</summary>
    void Does(string what);

    /// <param name="show">Whether the case gets a line that is not overwritten.</param>
    void Starts(RunningCase running, bool show);

    /// <summary>Shows that the current case has ended.</summary>
    /// <param name="left">Time left, as text.</param>
    /// <param name="show">As for <see cref="Starts"/>.</param>
    void Ends(string result, string left, bool show);

    /// <summary>Shows the progress until <paramref name="work"/> has completed.</summary>
    Task DuringAsync(Func<RunStatus> status, Func<Task> work);
}

/// <summary>The case that is being measured.</summary>
/// <param name="Number">In its round, counted from 1.</param>
/// <param name="Of">The number of cases of the round.</param>
public sealed record RunningCase(int Number, int Of, string Name);

/// <summary>The state of a run.</summary>
/// <param name="Share">The share of the whole time that has passed, 0 to 1.</param>
/// <param name="InStep">Time since the current step began.</param>
/// <param name="Left">Time left, as text.</param>
public sealed record RunStatus(double Share, TimeSpan InStep, string Left);

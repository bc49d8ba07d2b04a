namespace BenchGate.Launchers;

/// <summary>
/// Measures the benchmarks of one side. Each launch is a new process: the noise between processes is larger than the noise within one.
/// </summary>
internal interface ILauncher
{
    /// <summary>The ids of the cases that can be launched, in the order of the program.</summary>
    IReadOnlyList<string> Cases { get; }

    /// <summary>Whether one process measures all cases. Otherwise it measures one.</summary>
    bool TogetherOnly { get; }

    /// <summary>Starts one process, and waits for its end.</summary>
    /// <param name="cases">One of <see cref="Cases"/>, or some of them if <see cref="TogetherOnly"/>.</param>
    /// <returns>The launches of these cases. One that is missing gave no result.</returns>
    /// <exception cref="Errors.GateException">The process failed, or did not end.</exception>
    Task<IReadOnlyList<CaseLaunch>> LaunchAsync(IReadOnlyList<string> cases, CancellationToken stop);
}

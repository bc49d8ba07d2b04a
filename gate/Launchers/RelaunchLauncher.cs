using BenchGate.Errors;

namespace BenchGate.Launchers;

/// <summary>
/// Starts the program itself, and all its benchmarks in one launch: for jobs that measure in the process of the program, where there is no
/// other program to start.
/// </summary>
/// <param name="side">For messages: base or head, with its name.</param>
/// <param name="blame">Exit code of a failure that this side caused.</param>
/// <param name="hooked">As in its first run.</param>
/// <param name="cases">Those that gave a result in its first run.</param>
internal sealed class RelaunchLauncher(string side, int blame, BenchmarkProgram program, bool hooked, IReadOnlyList<string> cases)
    : ILauncher
{
    public IReadOnlyList<string> Cases => cases;

    public bool TogetherOnly => true;

    public async Task<IReadOnlyList<CaseLaunch>> LaunchAsync(IReadOnlyList<string> cases, CancellationToken stop)
    {
        try
        {
            ProgramRun run = await program.RunAsync(hooked, stop);
            return run.Measured.Count > 0
                ? [.. run.Measured.Select(one => one.Launch)]
                : throw new GateException(blame, $"A launch of {side} gave no result: {run.Reason}");
        }
        catch (TimeoutException slow)
        {
            throw new GateException(blame, $"A launch of {side} did not end: {slow.Message}; choose fewer benchmarks with --filter.");
        }
    }
}

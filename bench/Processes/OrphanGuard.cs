using System.Diagnostics;

namespace Benchmarks.Processes;

/// <summary>
/// Ends everything that this process started once it is gone itself, however it ended. What is built from this assembly watches for itself
/// (<see cref="ParentWatch"/>); compilers that BenchmarkDotNet starts do not, so a process of our own does it for them: the hidden verb
/// <c>guard</c>. It sleeps until its standard input ends.
/// </summary>
public sealed class OrphanGuard : IDisposable
{
    /// <summary>Marks this process's children, and their children.</summary>
    internal const string Variable = "BENCH_FAMILY";

    private readonly Process? _guard;
    private readonly MarkedProcesses _family;

    private OrphanGuard(Process? guard, MarkedProcesses family) => (_guard, _family) = (guard, family);

    /// <summary>
    /// Guards what is started from now on, and clears what killed runs have left. On systems other than Linux nothing is: there only
    /// <see cref="ParentWatch"/> works.
    /// </summary>
    public static OrphanGuard Begin()
    {
        ScratchFolder.ClearRemains();
        string mark = Guid.NewGuid().ToString("N");
        ParentWatch.AnnounceHost();
        ProcessStartInfo start = ThisSuite.Start("guard", mark);
        start.Environment.Remove(Variable);
        start.Environment.Remove(ParentWatch.Variable); // it is to outlive this process
        start.RedirectStandardInput = true;
        Environment.SetEnvironmentVariable(Variable, mark);
        return new OrphanGuard(OperatingSystem.IsLinux() ? Process.Start(start) : null, new MarkedProcesses(Variable, mark));
    }

    /// <summary>Ends all that was started, now.</summary>
    public void EndAll() => _family.End();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _guard?.StandardInput.Close();
        _guard?.Dispose();
    }
}

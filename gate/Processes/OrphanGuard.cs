using System.Diagnostics;

namespace BenchGate.Processes;

/// <summary>
/// Kills every process that this process started, after this process has ended in any way. Our own processes watch their parent themselves
/// (<see cref="ParentWatch"/>). Compilers that BenchmarkDotNet starts do not, so a guard process does it for them: the hidden verb
/// <c>guard</c> of this assembly's program. It waits until its standard input ends.
/// </summary>
public sealed class OrphanGuard : IDisposable
{
    /// <summary>Marks the child processes of this process, and their children.</summary>
    internal const string Variable = "BENCH_FAMILY";

    private readonly Process? _guard;
    private readonly MarkedProcesses _family;

    private OrphanGuard(Process? guard, MarkedProcesses family) => (_guard, _family) = (guard, family);

    /// <summary>
    /// Guards the processes that are started from now on, and removes the files of killed runs. On systems other than Linux only
    /// <see cref="ParentWatch"/> works.
    /// </summary>
    public static OrphanGuard Begin()
    {
        ScratchFolder.ClearRemains();
        string mark = Guid.NewGuid().ToString("N");
        ParentWatch.AnnounceHost();
        // This assembly's own program, because the process's program can be any that uses this assembly, such as a test host.
        var start = new ProcessStartInfo("dotnet", [typeof(OrphanGuard).Assembly.Location, "guard", mark])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove(Variable);
        start.Environment.Remove(ParentWatch.Variable); // it must outlive this process
        Environment.SetEnvironmentVariable(Variable, mark);
        return new OrphanGuard(OperatingSystem.IsLinux() ? Process.Start(start) : null, new MarkedProcesses(Variable, mark));
    }

    /// <summary>Kills all started processes now.</summary>
    public void EndAll() => _family.End();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _guard?.StandardInput.Close();
        _guard?.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks.Processes;

/// <summary>
/// BenchmarkDotNet raises the priority of the processes that it starts (nice −11 as root), but not of the server. Then the client would
/// always get the core first. So a child process returns to its host's priority.
/// </summary>
public static partial class ProcessPriority
{
    private const string HostNiceVariable = "BENCH_NICE";
    private const int WhichProcess = 0;

    /// <summary>This process's nice value, −20 … 19; on Windows 0 for normal priority, −10 above it, 10 below it.</summary>
    public static int Current => OperatingSystem.IsLinux()
        ? GetPriority(WhichProcess, 0)
        : Process.GetCurrentProcess().PriorityClass switch
        {
            ProcessPriorityClass.Normal => 0,
            ProcessPriorityClass.Idle or ProcessPriorityClass.BelowNormal => 10,
            _ => -10,
        };

    /// <summary>Called by the host: its child processes will use this priority.</summary>
    public static void AnnounceHost() =>
        Environment.SetEnvironmentVariable(HostNiceVariable, Current.ToString(CultureInfo.InvariantCulture));

    /// <summary>Called by a child: takes the host's priority. Does nothing without a host.</summary>
    public static void MatchHost()
    {
        if (!int.TryParse(
            Environment.GetEnvironmentVariable(HostNiceVariable),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out int nice))
            return;

        if (!OperatingSystem.IsLinux())
        {
            Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.Normal;
            return;
        }

        // Linux has a nice value for each thread, and some threads were started before the process's priority was raised.
        foreach (string task in Directory.EnumerateDirectories("/proc/self/task"))
            _ = SetPriority(WhichProcess, uint.Parse(Path.GetFileName(task), CultureInfo.InvariantCulture), nice);
    }

    [LibraryImport("libc", EntryPoint = "getpriority")]
    private static partial int GetPriority(int which, uint who);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int nice);
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Benchmarks.Processes;

/// <summary>
/// The CPU time of another process. On Linux it is its CPU clock (man 3 clock_getcpuclockid), because /proc, which .NET reads, has steps
/// of 10 ms. The clock is exact for threads that wait. A running thread is counted up to the last tick of the scheduler.
/// </summary>
internal static partial class ProcessCpu
{
    /// <summary>All threads together, since its start.</summary>
    /// <exception cref="InvalidOperationException">The process has exited.</exception>
    public static TimeSpan Of(Process process)
    {
        if (OperatingSystem.IsLinux() && Clock(process.Id) is { } exact)
            return exact;
        process.Refresh();
        return process.TotalProcessorTime;
    }

    [SupportedOSPlatform("linux")]
    private static TimeSpan? Clock(int id) => GetClock(id, out int clock) == 0 && GetTime(clock, out TimeSpec time) == 0
        ? TimeSpan.FromSeconds((long)time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1e3)
        : null;

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static partial int GetClock(int id, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    /// <summary><c>struct timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}

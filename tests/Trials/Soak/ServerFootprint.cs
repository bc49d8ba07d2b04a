using System.Diagnostics;

namespace Tests.Trials.Soak;

/// <summary>The resources of a process at one moment.</summary>
/// <param name="MemoryBytes">Resident memory.</param>
/// <param name="Threads">Of the operating system.</param>
/// <param name="Handles">Open files and sockets on Linux, handles on Windows.</param>
public sealed record ServerFootprint(long MemoryBytes, int Threads, int Handles)
{
    public static ServerFootprint Of(Process process)
    {
        process.Refresh();
        return new ServerFootprint(process.WorkingSet64, process.Threads.Count, process.HandleCount);
    }
}

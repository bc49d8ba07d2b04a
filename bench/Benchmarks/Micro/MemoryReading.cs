using System.Globalization;

namespace Benchmarks.Micro;

/// <summary>The memory of this process at one moment, in bytes; null if the system does not provide it.</summary>
/// <param name="Managed">The garbage collector's heap after a full collection, so only live objects.</param>
/// <param name="Resident">Physical memory, counted from the page tables (man 5 proc: smaps_rollup, Rss). <c>statm</c> would be faster, but
/// is not up to date.</param>
/// <param name="Reserved">Reserved addresses, with or without physical memory (man 5 proc: status, VmSize).</param>
internal sealed record MemoryReading(double Managed, double? Resident, double? Reserved)
{
    private const double BytesPerKilobyte = 1024; // proc writes kB, but means 1024 bytes

    public static MemoryReading Now()
    {
        // Aggressive returns free memory to the system, so that the next allocations use new memory and not free memory of the heap.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new MemoryReading(
            GC.GetTotalMemory(forceFullCollection: false), Field("/proc/self/smaps_rollup", "Rss:"), Field("/proc/self/status", "VmSize:"));
    }

    private static double? Field(string file, string name) =>
        OperatingSystem.IsLinux()
            && File.Exists(file)
            && File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } found
            ? double.Parse(found.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * BytesPerKilobyte
            : null;
}

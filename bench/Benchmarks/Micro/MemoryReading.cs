using System.Globalization;

namespace Benchmarks.Micro;

/// <summary>What this process occupies at a moment. Bytes; null where the system does not tell.</summary>
/// <param name="Managed">The garbage collector's heap after a full collection: living objects only.</param>
/// <param name="Resident">Memory that is really there, by a walk through the page tables (man 5 proc: smaps_rollup, Rss). <c>statm</c>
/// would be quicker, but lags behind.</param>
/// <param name="Reserved">Addresses that are taken, whether memory is behind them or not (man 5 proc: status, VmSize).</param>
internal sealed record MemoryReading(double Managed, double? Resident, double? Reserved)
{
    private const double BytesPerKilobyte = 1024; // proc writes kB and means this

    public static MemoryReading Now()
    {
        // Aggressive gives free memory back, so that what is occupied next is new memory and not what happened to be left over.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new MemoryReading(GC.GetTotalMemory(forceFullCollection: false), Field("/proc/self/smaps_rollup", "Rss:"), Field("/proc/self/status", "VmSize:"));
    }

    private static double? Field(string file, string name) =>
        OperatingSystem.IsLinux() && File.Exists(file) && File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } found
            ? double.Parse(found.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * BytesPerKilobyte
            : null;
}

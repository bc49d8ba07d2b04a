using System.Globalization;

namespace Benchmarks.Instrument.Checks;

/// <summary>CPU time of the whole machine since its start, in seconds, from <c>/proc/stat</c> of Linux (man 5 proc).</summary>
/// <param name="All">Of all cores, idle time included.</param>
/// <param name="Programs">Time in programs, and in the kernel for programs. It does not include interrupts, because our own traffic causes
/// them.</param>
/// <param name="Steal">Time that this virtual machine needed, but the host gave to another one.</param>
public sealed record MachineCpu(double All, double Programs, double Steal)
{
    private const string File = "/proc/stat";
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux that .NET runs on

    /// <summary>Null if the system does not provide it.</summary>
    public static MachineCpu? Now()
    {
        if (!OperatingSystem.IsLinux() || !System.IO.File.Exists(File))
            return null;

        // cpu user nice system idle iowait irq softirq steal guest guest_nice; guests are counted in user already
        double[] seconds = [.. System.IO.File.ReadLines(File).First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(ticks => double.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond)];
        return seconds.Length == 8 ? new MachineCpu(seconds.Sum(), seconds[0] + seconds[1] + seconds[2], seconds[7]) : null;
    }
}

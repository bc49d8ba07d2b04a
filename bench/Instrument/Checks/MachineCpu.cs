using System.Globalization;

namespace Benchmarks.Instrument.Checks;

/// <summary>CPU time of the whole machine since it was started, in seconds, as <c>/proc/stat</c> of Linux has it (man 5 proc).</summary>
/// <param name="All">Of all cores, idle time included.</param>
/// <param name="Programs">Spent in programs and in the kernel on their behalf. Interrupts are left out: it is our own traffic that causes
/// them.</param>
/// <param name="Steal">Wanted by this virtual machine, and given to another.</param>
public sealed record MachineCpu(double All, double Programs, double Steal)
{
    private const string File = "/proc/stat";
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux that .NET runs on

    /// <summary>Null where the system does not tell.</summary>
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

using System.Globalization;

namespace Benchmarks.Instrument.Checks;

/// <summary>CPU time of this process and of its child processes that have exited (man 5 proc: cutime, cstime).</summary>
public static class OwnCpu
{
    private const string File = "/proc/self/stat";
    private const int ChildrenUser = 13; // counted after the program's name, which may contain spaces
    private const double TicksPerSecond = 100; // USER_HZ

    public static TimeSpan Now() => Environment.CpuUsage.TotalTime + EndedChildren();

    private static TimeSpan EndedChildren()
    {
        if (!OperatingSystem.IsLinux() || !System.IO.File.Exists(File))
            return TimeSpan.Zero; // on such a system the machine's CPU time is unknown, too

        string stat = System.IO.File.ReadAllText(File);
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds(
            fields.Skip(ChildrenUser).Take(2).Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond);
    }
}

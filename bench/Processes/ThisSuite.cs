using System.Diagnostics;

namespace Benchmarks.Processes;

/// <summary>How to start this very build again as a process of its own.</summary>
public static class ThisSuite
{
    /// <summary>Output and error are redirected; nothing is inherited but the environment.</summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        // The assembly's own host file, so that a test host, too, starts the suite and not itself.
        string assembly = typeof(ThisSuite).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(assembly);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        ParentWatch.AnnounceTo(start);
        return start;
    }
}

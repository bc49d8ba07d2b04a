using System.Diagnostics;
using BenchGate.Processes;

namespace Benchmarks.Processes;

/// <summary>Starts this build again as a separate process.</summary>
public static class ThisSuite
{
    /// <summary>Standard output and error are redirected; the process inherits only the environment.</summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        // Use the assembly's own host file, so that a test host also starts the suite and not itself.
        string assembly = typeof(ThisSuite).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(assembly);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        ParentWatch.AnnounceTo(start);
        return start;
    }
}

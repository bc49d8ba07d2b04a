using System.Diagnostics;

namespace BenchGate.Launchers;

/// <summary>
/// Starts a program with BenchmarkDotNet in place of its own Main: a startup hook of .NET runs before Main (the project beside this one).
/// </summary>
internal static class StartupHook
{
    private static string File => Path.Combine(AppContext.BaseDirectory, "BenchGate.StartupHook.dll");

    /// <param name="assembly">The program, whose benchmarks are run.</param>
    /// <param name="arguments">For BenchmarkDotNet.</param>
    public static void Add(ProcessStartInfo start, string assembly, IEnumerable<string> arguments)
    {
        start.Environment["DOTNET_STARTUP_HOOKS"] = File;
        start.Environment["BENCH_GATE_PROGRAM"] = assembly;
        start.Environment["BENCH_GATE_ARGUMENTS"] = string.Join('\n', arguments);
    }
}

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
    /// <param name="without">Titles of benchmarks that are left out.</param>
    public static void Add(ProcessStartInfo start, string assembly, IEnumerable<string> arguments, IEnumerable<string> without)
    {
        start.Environment["DOTNET_STARTUP_HOOKS"] = File;
        start.Environment["BENCH_GATE_PROGRAM"] = assembly;
        start.Environment["BENCH_GATE_ARGUMENTS"] = string.Join('\n', arguments);
        start.Environment["BENCH_GATE_WITHOUT"] = string.Join('\n', without);
    }
}

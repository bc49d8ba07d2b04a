using System.Runtime.CompilerServices;
using BenchGate.Processes;

namespace Benchmarks.Processes;

/// <summary>Begins <see cref="ParentWatch"/> in every process that loads this assembly.</summary>
internal static class WatchedProcess
{
    // A module initializer, because BenchmarkDotNet generates the child's Main. It runs before any other code of this assembly.
    [ModuleInitializer]
    internal static void Begin()
    {
        // Do nothing more here: the limit of open files is not checked yet, so loading an assembly could fail.
        if (Environment.GetEnvironmentVariable(ParentWatch.Variable) is { Length: > 0 })
            LoadWatch();
    }

    // The runtime runs the other assembly's module initializer, which begins the watch, once in a process.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadWatch() => RuntimeHelpers.RunModuleConstructor(typeof(ParentWatch).Module.ModuleHandle);
}

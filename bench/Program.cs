using System.Runtime.CompilerServices;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Cli;
using Benchmarks.Fetching;
using Benchmarks.Processes;

namespace Benchmarks;

internal static class Program
{
    private static Task<int> Main(string[] args) => OpenFiles.AreTooFew() ? Task.FromResult(ExitCodes.Usage) : RunAsync(args);

    // A separate method, because the runtime loads the assemblies that a method uses before it runs the method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunAsync(string[] args)
    {
        NoProxy.Use();
        return Verbs.RunAsync(args, Terminal.Output, new UnfailingWriter(Console.Error));
    }
}

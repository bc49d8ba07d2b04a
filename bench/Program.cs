using System.Runtime.CompilerServices;
using Benchmarks.Cli;
using Benchmarks.Errors;
using Benchmarks.Fetching;
using Benchmarks.Processes;

namespace Benchmarks;

internal static class Program
{
    private static Task<int> Main(string[] args) => OpenFiles.AreTooFew() ? Task.FromResult(ExitCodes.Usage) : RunAsync(args);

    // A method of its own, since the runtime loads what a method mentions before it runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunAsync(string[] args)
    {
        NoProxy.Use();
        return Verbs.RunAsync(args, Terminal.Output, Console.Error);
    }
}

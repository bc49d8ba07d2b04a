using System.Runtime.CompilerServices;
using Benchmarks.Commands;
using Benchmarks.Measurement;

namespace Benchmarks;

internal static class Program
{
    private static Task<int> Main(string[] args) => OpenFiles.AreTooFew() ? Task.FromResult(ExitCodes.Usage) : RunAsync(args);

    // A method of its own, since the runtime loads what a method mentions before it runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunAsync(string[] args) => Cli.RunAsync(args, Terminal.Output, Console.Error);
}

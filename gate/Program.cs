using BenchGate.Cli;

namespace BenchGate;

internal static class Program
{
    private static Task<int> Main(string[] args) => GateVerbs.RunAsync(args, Terminal.Output, new UnfailingWriter(Console.Error));
}

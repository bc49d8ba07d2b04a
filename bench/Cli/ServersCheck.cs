using BenchGate.Errors;
using Benchmarks.Instrument.Servers;

namespace Benchmarks.Cli;

/// <summary><c>check --servers</c>: compares what each server costs.</summary>
internal static class ServersCheck
{
    /// <summary>Prints one row for each subject.</summary>
    public static async Task<int> WriteAsync(ServersDepth depth, IReadOnlyList<ServerSubject> subjects, TextWriter output)
    {
        await output.WriteAsync(ServersTable.Render(await ServerFigures.MeasureAsync(depth, subjects)));
        return ExitCodes.Ok;
    }
}

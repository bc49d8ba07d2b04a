using BenchGate.Errors;

namespace BenchGate.Launchers;

/// <summary>Runs the program of a side once, to learn which benchmarks it has and how to launch them.</summary>
/// <param name="Launcher">For the launches that are measured.</param>
/// <param name="LeftOut">Benchmarks that cannot be measured, each with the reason.</param>
/// <param name="Hooked">Whether the program ignores its arguments.</param>
/// <param name="Runtime">The runtime that ran the benchmarks, as BenchmarkDotNet prints it; null if it did not.</param>
internal sealed record FirstRun(ILauncher Launcher, IReadOnlyList<string> LeftOut, bool Hooked, string? Runtime)
{
    private const string NoMatch = "returned 0 benchmarks";
    private const string InProcess = "runs in the process of the program, beside others that do not; choose it alone with --filter";

    /// <param name="side">For messages: base or head, with its name.</param>
    /// <param name="blame">Exit code of a failure that this side caused.</param>
    /// <param name="hooked">Whether to start with the hook; null tries both. Both sides are launched in the same way.</param>
    /// <exception cref="UsageException">No benchmark matches the filter.</exception>
    /// <exception cref="GateException">It has no benchmark that can be measured.</exception>
    public static async Task<FirstRun> OfAsync(BenchmarkProgram program, string side, int blame, bool? hooked, CancellationToken stop)
    {
        try
        {
            ProgramRun run = await program.RunAsync(hooked == true, stop);
            bool ignores = hooked ?? (run.IgnoresArguments && run.Measured.Count == 0);
            if (ignores && hooked is null)
                run = await program.RunAsync(hooked: true, stop);
            return Of(program, run, side, blame, ignores);
        }
        catch (TimeoutException slow)
        {
            throw new GateException(blame, $"{side} did not end: {slow.Message}; choose fewer benchmarks with --filter.");
        }
    }

    private static FirstRun Of(BenchmarkProgram program, ProgramRun run, string side, int blame, bool hooked)
    {
        if (run.Printed.Any(line => line.Contains(NoMatch, StringComparison.Ordinal)))
            throw new UsageException($"--filter is '{string.Join(' ', program.Filter)}', but no benchmark of {side} matches it; "
                + "a pattern is compared with the full name, such as '*MyClass*'.");
        if (run.Measured.Count == 0)
            throw new GateException(blame, $"No benchmark of {side} gave a measurement. BenchmarkDotNet says: {run.Reason}");
        LoggedBenchmark[] replayed = [.. run.Measured.Select(one => one.Benchmark).Where(one => one.Command is not null)];
        string[] own = [.. run.Measured.Where(one => one.Benchmark.Command is null).Select(one => one.Benchmark.Id)];
        return replayed.Length > 0
            ? new(
                new ReplayLauncher(side, blame, program.Scratch, replayed),
                [.. run.LeftOut, .. own.Select(id => $"{id}: {InProcess}")],
                hooked,
                run.Log.Runtime)
            : new(new RelaunchLauncher(side, blame, program, hooked, own), [.. run.LeftOut], hooked, run.Log.Runtime);
    }
}

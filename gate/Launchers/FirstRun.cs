using BenchGate.Errors;

namespace BenchGate.Launchers;

/// <summary>Runs the program of a side once, to learn which benchmarks it has and how to launch them.</summary>
/// <param name="Launcher">For the launches that are measured.</param>
/// <param name="LeftOut">Benchmarks that cannot be measured, each with the reason.</param>
/// <param name="Hooked">Whether the program ignores its arguments.</param>
/// <param name="Runtime">The runtime that ran the benchmarks, as BenchmarkDotNet prints it; null if it did not.</param>
internal sealed record FirstRun(ILauncher Launcher, IReadOnlyList<string> LeftOut, bool Hooked, string? Runtime)
{
    private const string InProcess = "runs in the process of the program, beside others that do not; choose it alone with --filter";

    /// <param name="side">For messages: base or head, with its name.</param>
    /// <param name="blame">Exit code of a failure that this side caused.</param>
    /// <param name="hooked">Whether to start with the hook; null tries both. Both sides are launched in the same way.</param>
    /// <exception cref="GateException">It has no benchmark that can be measured.</exception>
    public static async Task<FirstRun> OfAsync(BenchmarkProgram program, string side, int blame, bool? hooked, CancellationToken stop)
    {
        try
        {
            ProgramRun run = await program.RunAsync(hooked == true, stop);
            bool ignores = hooked ?? (run.IgnoresArguments && !run.MatchesNone);
            if (ignores && hooked is null)
                run = await program.RunAsync(hooked: true, stop);
            return await WithoutRefusedAsync(program, run, stop) is var (others, again)
                ? Of(others, again, side, blame, hooked: true, [.. again.LeftOut, .. run.LeftOut])
                : Of(program, run, side, blame, ignores, run.LeftOut);
        }
        catch (TimeoutException slow)
        {
            throw new GateException(blame, $"{side} did not end: {slow.Message}; choose fewer benchmarks with --filter.");
        }
    }

    /// <summary>
    /// The other benchmarks, if BenchmarkDotNet refused some, such as those of a runtime that is not here, and ran none for it.
    /// </summary>
    /// <returns>Null if it refused none, or if the others cannot be measured either.</returns>
    private static async Task<(BenchmarkProgram Others, ProgramRun Run)?> WithoutRefusedAsync(
        BenchmarkProgram program, ProgramRun run, CancellationToken stop)
    {
        if (run.Measured.Count > 0 || run.Log.Refused.Count == 0)
            return null;
        BenchmarkProgram others = program with { Without = run.Log.Refused.Keys };
        ProgramRun again = await others.RunAsync(hooked: true, stop);
        return again.Measured.Count > 0 ? (others, again) : null;
    }

    /// <exception cref="GateException">It has no benchmark that can be measured.</exception>
    internal static FirstRun Of(
        BenchmarkProgram program, ProgramRun run, string side, int blame, bool hooked, IEnumerable<string> leftOut)
    {
        if (run.MatchesNone)
            return new(new ReplayLauncher(side, blame, program.Scratch, [], run.Took), [], hooked, Runtime: null);
        if (run.Measured.Count == 0)
            throw new GateException(blame, $"No benchmark of {side} gave a measurement. {run.Reason}");
        if (run.Measured.FirstOrDefault(one => one.Benchmark.HasUnknownCommand).Benchmark is { } unknown)
            throw new GateException(ExitCodes.NotComparable, $"The log of {side} does not say how {unknown.Id} was started "
                + $"({LoggedVersion.Describe(run.Log.Lines)}); use a tested version.");
        LoggedBenchmark[] replayed = [.. run.Measured.Select(one => one.Benchmark).Where(one => one.Command is not null)];
        string[] own = [.. run.Measured.Where(one => one.Benchmark.Command is null).Select(one => one.Benchmark.Id)];
        return replayed.Length > 0
            ? new(
                new ReplayLauncher(side, blame, program.Scratch, replayed, run.Took * 2),
                [.. leftOut, .. own.Select(id => $"{id}: {InProcess}")],
                hooked,
                run.Log.Runtime)
            : new(new RelaunchLauncher(side, blame, program, hooked, own), [.. leftOut], hooked, run.Log.Runtime);
    }
}

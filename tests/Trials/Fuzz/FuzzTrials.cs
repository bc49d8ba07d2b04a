using Benchmarks.Instrument.Checks;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Results.Records;

namespace Tests.Trials.Fuzz;

/// <summary>Thousands of bad inputs: each gets a response or one clear line, never a stack trace, a hang or a changed file.</summary>
public static class FuzzTrials
{
    // Only one page in this number is drawn, because drawing takes a hundred times as long as reading.
    private const int DrawEvery = 20;

    /// <param name="count">Inputs of each kind in this process: scenario files, run.json, history lines, command lines, requests. A
    /// thousand take about 20 s.</param>
    /// <param name="programs">Inputs for the built program, about 0.3 s each.</param>
    /// <param name="seed">The same seed gives the same inputs.</param>
    /// <param name="output">Gets a line for each failure.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(int count, int programs, int seed, TextWriter output)
    {
        return
        [
            await TryAsync(
                "scenario-files", count, (random, _) => Task.FromResult(FuzzFiles.Scenario(Mutation.Json(random, FuzzSamples.Scenario)))),
            await TryAsync(
                "run-files",
                count,
                (random, i) => Task.FromResult(FuzzFiles.Run(Mutation.Json(random, FuzzSamples.Run), draw: i % DrawEvery == 0))),
            await TryAsync(
                "history-lines", count, (random, _) => Task.FromResult(FuzzFiles.History(Mutation.Json(random, FuzzSamples.HistoryLine)))),
            await TryAsync("command-lines", count, (random, _) => FuzzCommands.TryAsync(FuzzCommands.Draw(random))),
            await RequestsAsync(),
            await TryAsync("through-the-program", programs, (random, _) => FuzzProgram.TryAsync(random)),
        ];

        async Task<CheckRecord> TryAsync(string kind, int inputs, Func<Random, int, Task<string?>> attempt)
        {
            var random = new Random(seed);
            int failures = 0;
            for (int i = 0; i < inputs; i++)
            {
                if (await attempt(random, i) is not { } fault)
                    continue;
                failures++;
                await output.WriteLineAsync($"BAD {kind} {i} of seed {seed}: {fault}");
            }

            return CheckBound.Exactly(0).Judge(
                $"fuzz-{kind}", failures, $"failures in {inputs}", "Read the failure above, and let that input be refused in one line.");
        }

        async Task<CheckRecord> RequestsAsync()
        {
            using var clock = new LatencyClock();
            await using FixtureServer server = await FixtureServer.StartAsync(Served, clock);
            var fuzz = new FuzzServer(server);
            return await TryAsync("requests", count, async (random, i) =>
                await fuzz.TryAsync(random) ?? (i % 50 == 0 ? await fuzz.PipelineAsync(20) ?? await fuzz.HalfOpenAsync(20) : null));
        }
    }

    /// <summary>The scenario that is served while requests are damaged.</summary>
    public static Scenario Served { get; } = new(
        "orders",
        "Orders",
        new RequestPlan("/orders/{n}", 1, 8),
        new JsonPayload(400),
        new FixedLatency(TimeSpan.FromMilliseconds(0.5)),
        Seed: 1,
        ConnectDelay: TimeSpan.Zero)
    {
        Capacity = 4,
    };
}

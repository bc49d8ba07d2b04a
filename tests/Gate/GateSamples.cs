using Results.Gate;
using Results.Records;

namespace Tests.Gate;

/// <summary>Gates as they would be measured, made up from a seed; every golden situation starts from one.</summary>
internal static class GateSamples
{
    public const string Fast = "Benchmarks.Macro.PokeApi.WhenAll";
    public const string Slow = "Benchmarks.Macro.PokeApi.SequentialAwait";
    public const string Micro = "Benchmarks.Micro.Json.Parse(Size: \"a|b\")";

    /// <summary>Noise of one launch; a share.</summary>
    public const double Quiet = 0.01;

    public static GateRun Run(params IReadOnlyList<GateCase> cases) => new()
    {
        Complete = true,
        StartedAt = new DateTimeOffset(2025, 11, 3, 14, 5, 9, TimeSpan.FromHours(1)),
        Host = new("Example CPU @ 2.40GHz", 2, "Debian GNU/Linux 12", ".NET 10.0.12", "kestrel", "ppoll"),
        Profile = "gate",
        Seed = 1,
        PlannedPairs = cases.Select(one => one.Pairs.Count).DefaultIfEmpty(20).Max(),
        Base = new(
            "main", "0123456789abcdef0123456789abcdef01234567", false, "fedcba9876543210", "kestrel", [.. cases.Select(one => one.Case)]),
        Head = new("working tree", "89abcdef0123456789abcdef0123456789abcdef", true, "0123456789abcdef", "kestrel",
            [.. cases.Select(one => one.Case)]),
        Cases = cases,
    };

    /// <summary>Two strategies and a micro-benchmark; the head's times are multiplied by the factor.</summary>
    public static GateRun Standard(double factor = 1, int pairs = 20, double noise = Quiet) =>
        Run(Case(Fast, 11.2e6, factor, pairs, noise), Case(Slow, 886e6, factor, pairs, noise), Case(Micro, 912, factor, pairs, noise));

    /// <summary>Five benchmarks of another project: no server, no scenario, no counters. Three pairs were measured again.</summary>
    public static GateRun Foreign(double factor = 1)
    {
        string[] names = ["Lookup", "Lcg", "Parse(text: \"a|b\")", "Format", "Sort(N: 100)"];
        GateRun run = Run(
        [
            .. names.Select(
                name => Case($"My.Benchmarks.{name}", 100 * name.Length, factor) with { BaseCounters = null, HeadCounters = null }),
        ]);
        GatePair[] lookup = [.. run.Cases[0].Pairs];
        foreach ((int at, int repeats) in (ReadOnlySpan<(int, int)>)[(4, 2), (7, 1), (9, 1)])
            lookup[at] = lookup[at] with { Repeats = repeats };
        return run with
        {
            Host = run.Host with { Server = "", Clock = "" },
            Profile = "",
            Base = run.Base with { Server = "" },
            Head = run.Head with { Server = "" },
            Cases = [run.Cases[0] with { Pairs = lookup }, .. run.Cases.Skip(1)],
        };
    }

    /// <summary>The bytes that the head allocates more than the base, in each launch.</summary>
    public static GateRun Allocates(this GateRun run, string id, double more) => run.With(id, one => one with
    {
        Pairs =
        [
            .. one.Pairs.Select(pair => pair with { Head = pair.Head with { AllocatedBytes = pair.Head.AllocatedBytes + more } }),
        ],
    });

    public static GateCase Case(string id, double baseNs, double factor = 1, int pairs = 20, double noise = Quiet)
    {
        var random = new Random(id.Length);
        bool macro = id.Contains("Macro", StringComparison.Ordinal);
        var counters = new GateCounters
        {
            Requests = macro ? 150 : 0,
            ConnectionsOpenedCold = macro ? 150 : null,
            PeakInFlightHeld = macro ? 150 : null,
            Digest = macro ? "150 replies, 300 bytes, ab" : null,
        };
        return new()
        {
            Case = id,
            Scenario = macro ? "pokeapi" : "",
            Strategy = macro ? "when-all" : "",
            Pairs =
            [
                .. PairOrder.Draw(pairs, random)
                    .Select(
                        (headFirst, i) => new GatePair(
                            $"pair {i + 1}",
                            headFirst,
                            Launch(baseNs, noise, macro, random),
                            Launch(baseNs * factor, noise, macro, random))),
            ],
            BaseCounters = counters,
            HeadCounters = counters,
        };
    }

    public static GateRun With(this GateRun run, string id, Func<GateCase, GateCase> change) =>
        run with { Cases = [.. run.Cases.Select(one => one.Case == id ? change(one) : one)] };

    private static GateLaunch Launch(double ns, double noise, bool macro, Random random)
    {
        double level = ns * (1 + (noise * Deviation(random)));
        return new(
            [.. Enumerable.Range(0, 5).Select(_ => Math.Round(level * (1 + (noise * Deviation(random))), 1))],
            macro ? 720_000 + random.Next(1000) : 640);
    }

    // Uniform with deviation 1: the files then hold for any library of distributions.
    private static double Deviation(Random random) => ((2 * random.NextDouble()) - 1) * Math.Sqrt(3);
}

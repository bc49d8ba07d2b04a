using System.Globalization;
using BenchGate.Errors;
using BenchGate.Measuring;
using Results.Gate;
using Results.Records;

namespace Tests.Measuring;

public sealed class PairedMeasurementTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pairs-").FullName;
    private readonly List<string> _asked = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File => Path.Combine(_folder, "gate-run.json");

    [Fact]
    public async Task An_interrupted_measurement_goes_on_with_its_plan_and_its_coins()
    {
        GateRun start = Start(pairs: 12);
        using var stop = new CancellationTokenSource();
        using var output = new StopAfter("pair 4 ", stop);
        InterruptedException told = await Assert.ThrowsAsync<InterruptedException>(() => MeasureAsync(12, start, output, stop.Token));
        Assert.Contains("keeps 4 of 12 pairs", told.Message, StringComparison.Ordinal);
        GateRun kept = GateRunFile.Load(File);
        Assert.Equal((false, 4), (kept.Complete, kept.Cases[0].Pairs.Count));

        GateRun whole = await MeasureAsync(20, kept, TextWriter.Null, CancellationToken.None);

        Assert.Equal((true, 12, 12), (whole.Complete, whole.PlannedPairs, whole.Cases[0].Pairs.Count));
        Assert.Equal(kept.Warnings, whole.Warnings);
        Assert.Equal(PairOrder.Draw(12, new Random(start.Seed)), whole.Cases[0].Pairs.Select(pair => pair.HeadFirst));
        Assert.Equal(Enumerable.Range(1, 12), whole.Cases[0].Pairs.Select(pair => int.Parse(pair.Id, CultureInfo.InvariantCulture)));
        Assert.Equal(kept.Cases[0].Pairs.Select(pair => pair.Id), whole.Cases[0].Pairs.Take(4).Select(pair => pair.Id));
    }

    private Task<GateRun> MeasureAsync(int pairs, GateRun start, TextWriter output, CancellationToken stop) => new PairedMeasurement(
        new PairPlan(pairs, TimeSpan.FromMinutes(10), Seed: 99, new GateRules { Strict = true }),
        (Side("base"), Side("head")), File, output).RunAsync(start, stop);

    private FakeSide Side(string name) => new(name, ns: 100, _asked, cases: "a");

    private static GateRun Start(int pairs) => new()
    {
        Complete = false,
        StartedAt = DateTimeOffset.UnixEpoch,
        Host = new("cpu", 2, "os", ".NET", Server: "", Clock: ""),
        Profile = "",
        Seed = 7,
        PlannedPairs = pairs,
        Base = new("main", null, null, "hash", Server: "", ["a"]),
        Head = new("working tree", null, null, "hash2", Server: "", ["a"]),
        Cases = [new GateCase { Case = "a", Scenario = "", Strategy = "", Pairs = [] }],
    };
}

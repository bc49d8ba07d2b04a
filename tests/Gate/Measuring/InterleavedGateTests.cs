using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Gate;
using Results.Records;
using Tests.Measuring;

namespace Tests.Gate.Measuring;

/// <summary>
/// Small complete gates with real processes; both sides are this build. Times are only compared with their lower limit, so other tests may
/// run at the same time.
/// </summary>
public sealed class InterleavedGateTests : IDisposable
{
    private const string Single = "Benchmarks.Macro.PokeApiSingleBenchmarks.Single";
    private readonly BothSides _sides = new();

    public void Dispose() => _sides.Dispose();

    [Fact]
    public async Task Both_sides_are_measured_by_turns_and_kept()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        GateRun run = await _sides.MeasureAsync(BothSides.Plan(2, "*Single"), output);

        Assert.True(run.Complete);
        Assert.Equal((2, "gate", 0.1, 15), (run.PlannedPairs, run.Profile, run.Scale, run.RequestDivisor));
        Assert.Equal([Single], run.Base.Planned);
        Assert.Equal((SourceHash.OfThisBuild, SourceHash.OfThisBuild), (run.Base.SourceHash, run.Head.SourceHash));
        Assert.Equal("pokeapi", Assert.Single(run.Head.Scenarios).Id);
        GateCase single = Assert.Single(run.Cases);
        Assert.Equal((Single, "pokeapi", "single"), (single.Case, single.Scenario, single.Strategy));
        Assert.Equal(PairOrder.Draw(2, new Random(1)), single.Pairs.Select(pair => pair.HeadFirst));
        Assert.All(single.Pairs.SelectMany(pair => new[] { pair.Base, pair.Head }), launch =>
        {
            Assert.True(Assert.Single(launch.IterationsNs) >= 5.73e6, "the offered latency cannot be undercut");
            Assert.True(launch.AllocatedBytes > 0);
        });
        Assert.Equal(single.BaseCounters, single.HeadCounters);
        Assert.Equal(
            (1, 1, 1), (single.HeadCounters!.Requests, single.HeadCounters.ConnectionsOpenedCold, single.HeadCounters.PeakInFlightHeld));
        Assert.StartsWith("1 replies, ", single.HeadCounters.Digest, StringComparison.Ordinal);
        Assert.Equal(run.Cases[0].Pairs.Count, GateRunFile.Load(_sides.File).Cases[0].Pairs.Count);
        Assert.Contains("1 cases, 2 pairs", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("no change can be shown", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_neither_side_has_is_refused()
    {
        UsageException refused = await Assert.ThrowsAsync<UsageException>(() => _sides.MeasureAsync(BothSides.Plan(1, "*NoSuch*")));

        Assert.Contains("--cases", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_sides.File));
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task An_interruption_keeps_the_pairs_before_it_and_ends_every_child()
    {
        using var stop = new CancellationTokenSource();
        using var output = new StopAfter("pair 1", stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _sides.MeasureAsync(BothSides.Plan(50, "*Single"), output, stop.Token));

        GateRun kept = GateRunFile.Load(_sides.File);
        Assert.False(kept.Complete);
        Assert.Single(Assert.Single(kept.Cases).Pairs);
        Assert.NotEqual(0, PairedGate.Decide(kept, new GateRules()).ExitCode);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_found_before_anything_is_measured()
    {
        await File.WriteAllTextAsync(Path.Combine(_sides.Folder, "file"), "");
        string file = Path.Combine(_sides.Folder, "file", "gate-run.json");
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        await Assert.ThrowsAsync<NotWrittenException>(
            () => InterleavedGate.MeasureAsync(
                BothSides.Plan(2, "*Single"), BothSides.ThisBuild, BothSides.ThisBuild, file, output, CancellationToken.None));

        Assert.DoesNotContain("pair", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_is_not_the_build_it_should_be_is_fatal()
    {
        SideBuild other = BothSides.ThisBuild with { SourceHash = "0123456789abcdef" };

        GateException failure = await Assert.ThrowsAsync<GateException>(
            () => InterleavedGate.MeasureAsync(
                BothSides.Plan(1, "*Single"), BothSides.ThisBuild, other, _sides.File, TextWriter.Null, CancellationToken.None));

        Assert.Equal(3, failure.ExitCode);
        Assert.Contains("0123456789abcdef", failure.Message, StringComparison.Ordinal);
        Assert.Contains(SourceHash.OfThisBuild, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task A_side_that_does_not_run_is_told_apart_from_one_that_is_slower(bool baseFails, int exitCode)
    {
        SideBuild broken = BothSides.ThisBuild with
        {
            Built = BothSides.Built with { Program = Path.Combine(_sides.Folder, "Benchmarks.dll") },
        };
        SideBuild before = baseFails ? broken : BothSides.ThisBuild, after = baseFails ? BothSides.ThisBuild : broken;

        GateException failure = await Assert.ThrowsAsync<GateException>(
            () => InterleavedGate.MeasureAsync(
                BothSides.Plan(1, "*Single"), before, after, _sides.File, TextWriter.Null, CancellationToken.None));

        Assert.Equal(exitCode, failure.ExitCode);
        Assert.DoesNotContain('\n', failure.Message);
    }
}

using BenchGate.Builds;
using BenchGate.Errors;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Gate;
using Results.Records;
using Tests.Gate.Measuring;
using Tests.House;
using Tests.Measurement;

namespace Tests.Calibration;

/// <summary>Each patch still applies to the source, and has the effect that it describes.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class InjectedDefectTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();
    private readonly BothSides _sides = new();

    public static TheoryData<string> Patched => [.. InjectedDefect.All.Where(defect => !defect.IsNone).Select(defect => defect.Id)];

    public void Dispose()
    {
        _sides.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [MemberData(nameof(Patched))]
    public async Task Its_patch_applies_to_this_checkout(string id)
    {
        string patch = Find(id).Patch;
        string? fault = await Checkout.WhyNotPatchedAsync(patch);
        Assert.True(
            fault is null,
            $"{patch} does not fit the source any more: make the change that its first line tells, and put its `git diff` there ({fault})");
    }

    [Theory]
    [InlineData("allocation", "sequential-await", "allocated bytes per request")]
    [InlineData("connection", "sequential-await", "connections opened cold")]
    [InlineData("sequential", "when-all", "peak in-flight")]
    [Trait("Length", "Long")]
    public async Task A_real_gate_finds_one_that_is_counted(string id, string strategy, string counter)
    {
        string root = CheckoutFolder.Root;
        using BuildCache cache = SideBuild.Cache();
        SourceTree source = await SourceTree.OfWorkingTreeAsync(root, CancellationToken.None);
        SideBuild head = await SideBuild.BuildAsync(
            cache, await Find(id).InAsync(source, root), root, ExitCodes.Failed, TextWriter.Null, CancellationToken.None);

        GateRun run = await InterleavedGate.MeasureAsync(
            CalibrationPlan.Gate(Find(id), 1), BothSides.ThisBuild, head, _sides.File, TextWriter.Null, CancellationToken.None);

        GateDecision decision = PairedGate.Decide(run, new GateRules());
        Assert.Equal(1, decision.ExitCode);
        Assert.Contains(
            decision.Cases.Single(one => one.Strategy == strategy).Findings, finding => finding.Counter == counter && finding.Fails);
    }

    private static InjectedDefect Find(string id) => InjectedDefect.All.Single(defect => defect.Id == id);
}

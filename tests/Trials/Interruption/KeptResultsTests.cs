using BenchGate.Processes;
using Results.Pages.Gate;
using Results.Records;
using Tests.Gate;

namespace Tests.Trials.Interruption;

/// <summary>For every verb, a result that was printed but not kept is found.</summary>
public sealed class KeptResultsTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(2, false, 0, true)]
    [InlineData(3, false, 1, true)]
    [InlineData(2, true, 0, false)]
    public void Pairs_of_a_gate(int told, bool complete, int lost, bool marked)
    {
        GateRunFile.Save(
            GateSamples.Standard(pairs: 2) with { Complete = complete, PlannedPairs = 20 }, new GateLayout(_scratch.Path).RunJson);

        Assert.Equal(
            new KeptResults(told, lost, marked), Of("gate", ["12 cases", .. Enumerable.Range(1, told).Select(i => $"pair {i} of 20")]));
    }

    [Theory]
    [InlineData(2, false, 0, true)]
    [InlineData(3, false, 1, true)]
    [InlineData(2, true, 0, false)]
    public void Lessons(int told, bool complete, int lost, bool marked)
    {
        var layout = RunLayout.Latest(_scratch.Path);
        LessonFile.Save(
            [.. Enumerable.Range(1, 2).Select(i => new LessonClaim(i, "it-holds", "1", 1, 1, "ms", Regimes.Warm))], layout.LessonsJson);
        LessonDetailsFile.Save(
            new LessonDetails([new(1, "One", "Why?"), new(2, "Two", "Why?")]) { Complete = complete }, layout.LessonDetailsJson);

        Assert.Equal(
            new KeptResults(told, lost, marked), Of("lessons", [.. Enumerable.Range(1, told + 1).Select(i => $"Lesson {i}: a title")]));
    }

    [Fact]
    public void Without_a_file_all_is_lost() =>
        Assert.Equal((2, 3), (Of("lessons", ["Lesson 1", "Lesson 2", "Lesson 3"]).Lost, Of("gate", ["pair 1", "pair 2", "pair 3"]).Lost));

    [Fact]
    public void A_verb_that_keeps_nothing_before_its_end_loses_nothing() =>
        Assert.Equal(new KeptResults(0, 0, Marked: true), Of("check", ["pair 1"]));

    private KeptResults Of(string verb, string[] lines) => KeptResults.Of(verb, _scratch.Path, lines);
}

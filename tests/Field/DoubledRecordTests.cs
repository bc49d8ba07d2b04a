using Results.History;
using Results.Records;
using Tests.Cli;
using Tests.Gate;
using Tests.Pages;

namespace Tests.Field;

/// <summary>
/// Files that were merged or edited count a measurement twice, and their intervals would be too narrow. All readers refuse them alike.
/// </summary>
public sealed class DoubledRecordTests : IDisposable
{
    private readonly FieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static RunRecord Good => Samples.InRounds(Samples.Standard());

    /// <summary>As an older build wrote it: one launch, whose start is not known.</summary>
    private static RunRecord Unrounded => Samples.Standard();

    private static Dictionary<string, (Func<RunRecord, RunRecord> Edit, string Told)> Edits { get; } = new(StringComparer.Ordinal)
    {
        ["a case twice"] = (
            run => run with { Cases = [.. run.Cases, run.Cases[0]] },
            "$.cases: Benchmarks.Macro.Baidu.SequentialSyncNewClient (warm pool), launch 1: is there 2 times"),
        ["two runs in one file"] = (
            run => run with { Cases = [.. run.Cases, .. run.Cases, .. run.Cases] },
            "(warm pool), launch 1: is there 3 times"),
        ["a launch copied under another number"] = (
            run => run with { Cases = [.. run.Cases, run.Cases[0] with { Launch = 6 }] },
            "SequentialSyncNewClient (warm pool): is there 2 times with the same times"),
        ["a launch without a start copied"] = (
            _ => Unrounded with { Cases = [.. Unrounded.Cases, Unrounded.Cases[3] with { Launch = 2 }] },
            "Baidu.WhenAll (warm pool): is there 2 times with the same times"),
        ["the times of a launch twice"] = (
            _ => Unrounded with
            {
                Cases = [.. Unrounded.Cases.Select(one => one with { IterationsNs = [.. one.IterationsNs, .. one.IterationsNs] })],
            },
            "$.cases[0].iterationsNs: the first 10 times are there twice"),
        ["a planned case twice"] = (
            run => run with { Planned = [.. run.Planned, run.Planned[2]] },
            "$.planned: Benchmarks.Macro.Baidu.SequentialAwait: is there 2"),
        ["a scenario twice"] = (run => run with { Scenarios = [.. run.Scenarios, Samples.Baidu] }, "$.scenarios: baidu: is there 2 times"),
        ["a watched operation twice"] = (
            run => run with
            {
                Cases =
                [
                    run.Cases[0] with { Telemetry = [new(Regimes.Warm, "a.json", new()), new(Regimes.Warm, "b.json", new())] },
                    .. run.Cases.Skip(1),
                ],
            },
            "$.cases[0].telemetry: warm pool: is there 2 times"),
    };

    public static TheoryData<string> Names => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_reader_refuses_it_and_says_what_and_how_often(string name)
    {
        RunLayout edited = _folder.Save("edited", Edits[name].Edit(Good)), other = _folder.Save("other");
        foreach (string[] line in _folder.ReadersOf(edited.RunJson, other.RunJson))
            (await Typed.RunAsync(line)).IsRefused(edited.RunJson, Edits[name].Told);
        Assert.Equal([edited.RunJson], Directory.GetFileSystemEntries(edited.Folder));
        Assert.False(Directory.Exists(_folder.History));
    }

    [Fact]
    public async Task Rounds_and_regimes_and_equal_times_are_no_copies()
    {
        RunRecord run = Good;
        CaseRecord flat = run.Cases[0] with { Regime = Regimes.Cold, StartedAt = null, IterationsNs = [5, 5, 5, 5, 5, 5] };
        RunLayout good = _folder.Save("good", run with { Cases = [.. run.Cases, flat, flat with { Launch = 2 }] });
        Assert.Equal(0, (await Typed.RunAsync("report", good.RunJson)).Exit);
    }

    /// <summary>A merge of two branches can keep a line of both.</summary>
    [Fact]
    public async Task A_line_of_a_history_counts_once()
    {
        var history = HistoryFile.For(_folder.History, Samples.Standard().Host);
        history.Append(ReferenceGateTests.Noisy(1));
        history.Append(ReferenceGateTests.Noisy(2));
        File.AppendAllText(history.Path, File.ReadAllLines(history.Path)[0] + "\n");

        Typed told = await Typed.RunAsync("history", "--history", _folder.History);

        Assert.Equal(0, told.Exit);
        string line = Assert.Single(told.Error.TrimEnd().Split('\n'));
        Assert.Contains("line 3: is the run of an earlier line again", line, StringComparison.Ordinal);
        Assert.Equal(2, history.Read().Entries.Count);
    }

    [Fact]
    public void A_case_twice_in_a_line_of_a_history_is_told()
    {
        var history = HistoryFile.For(_folder.History, Samples.Standard().Host);
        var entry = HistoryEntry.Of(ReferenceGateTests.Noisy(1));
        Directory.CreateDirectory(_folder.History);
        File.WriteAllText(history.Path, HistoryFile.ToLine(entry with { Cases = [.. entry.Cases, entry.Cases[0]] }) + "\n");

        (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = history.Read();

        Assert.Empty(entries);
        Assert.Contains("(warm pool): is there 2 times", Assert.Single(skipped), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_of_a_lesson_twice_is_refused()
    {
        LessonClaim claim = new(4, "c-2", "ceil(N / c) · L", 200, 204, "ms", Regimes.Warm);
        RecordException told = Assert.Throws<RecordException>(() => LessonFile.Save([claim, claim], _folder.In("lessons.json")));
        Assert.Contains("'c-2' in lesson 4: is there 2 times", told.Message, StringComparison.Ordinal);
    }
}

using MathNet.Numerics.Distributions;
using Results.Gate;
using Results.History;
using Results.Pages.History;
using Results.Records;
using Tests.Gate;
using Tests.Pages;

namespace Tests.History;

public sealed class HistoryTests : IDisposable
{
    private static readonly GateRules s_rules = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private HistoryFile File => HistoryFile.For(_folder.FullName, Samples.Standard().Host);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_kept_is_read_in_the_order_of_time()
    {
        File.Append(ReferenceGateTests.Noisy(2));
        File.Append(ReferenceGateTests.Noisy(1));
        (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = File.Read();
        Assert.Empty(skipped);
        Assert.Equal([1, 2], entries.Select(entry => (entry.StartedAt - Samples.Standard().StartedAt).Days));
        Assert.Equal(8, entries[0].Cases.Count);
        Assert.Single(HistoryFile.In(_folder.FullName));
    }

    [Fact]
    public void A_run_is_kept_once_and_only_if_it_is_complete()
    {
        File.Append(ReferenceGateTests.Noisy(1));
        byte[] before = System.IO.File.ReadAllBytes(File.Path);
        Assert.Contains(
            "already contains this run",
            Assert.Throws<RecordException>(() => File.Append(ReferenceGateTests.Noisy(1))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "was interrupted",
            Assert.Throws<RecordException>(() => File.Append(ReferenceGateTests.Noisy(2) with { Complete = false })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "no measured case",
            Assert.Throws<RecordException>(() => File.Append(ReferenceGateTests.Noisy(2) with { Cases = [] })).Message,
            StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File.Path));
    }

    [Fact]
    public void A_torn_line_is_told_and_costs_no_other()
    {
        File.Append(ReferenceGateTests.Noisy(1));
        string whole = System.IO.File.ReadAllText(File.Path);
        for (int length = whole.Length - 2; length > 1; length -= 211)
        {
            System.IO.File.WriteAllText(File.Path, whole[..length]);
            File.Append(ReferenceGateTests.Noisy(2));
            (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = File.Read();
            Assert.Single(entries);
            Assert.Contains("line 1", Assert.Single(skipped), StringComparison.Ordinal);
            Assert.StartsWith(whole[..length] + "\n", System.IO.File.ReadAllText(File.Path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Writers_at_once_lose_nothing()
    {
        string path = File.Path;
        await Task.WhenAll(
            Enumerable.Range(1, 16).Select(seed => Task.Run(() => new HistoryFile(path).Append(ReferenceGateTests.Noisy(seed)))));
        (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = File.Read();
        Assert.Empty(skipped);
        Assert.Equal(16, entries.Count);
    }

    [Fact]
    public void A_line_of_a_regime_that_there_is_not_is_told()
    {
        File.Append(ReferenceGateTests.Noisy(1));
        string good = System.IO.File.ReadAllText(File.Path);
        System.IO.File.AppendAllText(File.Path, good.Replace("\"warm pool\"", "\"Warm pool\"", StringComparison.Ordinal));

        (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = File.Read();

        Assert.Single(entries);
        Assert.Contains("must be 'warm pool' or 'cold pool'", Assert.Single(skipped), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"schema\": 2}", "this build reads up to 1")]
    [InlineData("{\"schema\": 1}", "missing required properties")]
    [InlineData("nonsense", "is not JSON")]
    public void A_line_that_cannot_be_read_is_told(string line, string expected)
    {
        File.Append(ReferenceGateTests.Noisy(1));
        System.IO.File.AppendAllText(File.Path, line + "\n");
        File.Append(ReferenceGateTests.Noisy(2));
        (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = File.Read();
        Assert.Equal(2, entries.Count);
        Assert.Contains("line 2", Assert.Single(skipped), StringComparison.Ordinal);
        Assert.Contains(expected, skipped[0], StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.FullName, skipped[0], StringComparison.Ordinal); // others read the page
    }

    [Fact]
    public void Another_machine_gets_another_file() => Assert.NotEqual(
        File.Path,
        HistoryFile.For(_folder.FullName, Samples.Standard().Host with { Cpu = "Other" }).Path);

    [Fact]
    public void A_lasting_change_and_its_recovery_are_found_where_they_were()
    {
        TrendChange change = Assert.Single(Changes([.. Level(20, 100), .. Level(12, 115)]));
        Assert.Equal(20, change.Index);
        Assert.InRange(change.Share, 0.12, 0.18);
        Assert.Null(change.Recovered);

        IReadOnlyList<TrendChange> both = Changes([.. Level(20, 100), .. Level(12, 120), .. Level(15, 100)]);
        Assert.Equal([20, 32], both.Select(one => one.Index));
        Assert.Equal(32, both[0].Recovered);
    }

    [Fact]
    public void Noise_small_changes_and_single_wild_runs_are_none()
    {
        int flat = Enumerable.Range(0, 200).Count(seed => Changes(Level(50, 100, seed, 0.03)).Count > 0);
        Assert.InRange(flat, 0, 10);
        Assert.Empty(Changes([.. Level(20, 100), .. Level(20, 103)]));
        Assert.Empty(Changes([.. Level(20, 100), 300, .. Level(20, 100)]));
        Assert.Empty(Changes(Level(9, 100)));
        Assert.Empty(Changes([.. Enumerable.Repeat(7.0, 30)]));
    }

    [Fact]
    public void The_page_shows_each_case_with_its_changes()
    {
        using var culture = new CommaDecimalCulture();
        for (int i = 0; i < 24; i++)
            File.Append(ReferenceGateTests.Noisy(i, i is >= 10 and < 17 ? 1.2 : 1));
        File.Append(ReferenceGateTests.Noisy(30) with { Profile = "article" });
        (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> _) = File.Read();
        IReadOnlyList<CaseTrend> trends = HistoryTrends.Of(
            entries, s_rules, new Dictionary<string, string> { ["Benchmarks.Macro.Baidu.WhenAll"] = "Benchmarks.Macro.Baidu.Renamed" });
        Assert.Equal(16, trends.Count);
        Assert.All(trends.Take(8), trend => Assert.Equal([10, 17], trend.Changes.Select(change => change.Index)));
        GoldenFile.Check(
            "gate/history", "history.md", HistoryMarkdown.Render([("example-machine", trends, ["skipped: line 3: is cut off"])], s_rules));
    }

    private static IReadOnlyList<TrendChange> Changes(IReadOnlyList<double> values) => TrendChanges.Of(values, s_rules.Threshold);

    private static double[] Level(int runs, double level, int seed = 1, double noise = 0.01)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, runs).Select(_ => level * (1 + (noise * Normal.Sample(random, 0, 1))))];
    }
}

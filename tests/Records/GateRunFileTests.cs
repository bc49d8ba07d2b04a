using Results.Records;
using Tests.Gate;

namespace Tests.Records;

public sealed class GateRunFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Kept => Path.Combine(_folder.FullName, "gate-run.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_of_an_older_build_is_read()
    {
        GateRunFile.Save(GateSamples.Standard(), Kept);
        string text = File.ReadAllText(Kept);
        Assert.DoesNotContain("repeats", text, StringComparison.Ordinal);
        string old = text.Replace("  \"settings\": \"\",\n", "", StringComparison.Ordinal);
        Assert.NotEqual(text, old);
        File.WriteAllText(Kept, old);
        GateRun run = GateRunFile.Load(Kept);
        Assert.Equal("", run.Settings);
        Assert.All(run.Cases.SelectMany(one => one.Pairs), pair => Assert.Equal(0, pair.Repeats));
    }

    [Fact]
    public void An_interrupted_run_of_another_project_keeps_what_is_needed_to_go_on()
    {
        GateRun run = GateSamples.Foreign() with { Complete = false, Settings = "6 + 5 iterations of 50 ms" };
        GateRunFile.Save(run, Kept);
        GateRun read = GateRunFile.Load(Kept);
        Assert.Equal(
            (false, run.Settings, run.Seed, run.PlannedPairs, run.Host, ""),
            (read.Complete, read.Settings, read.Seed, read.PlannedPairs, read.Host, read.Profile));
        Assert.Equal(Facts(run.Base), Facts(read.Base));
        Assert.Equal(Facts(run.Head), Facts(read.Head));
        Assert.Equal(run.Cases.Select(Pairs), read.Cases.Select(Pairs));
        Assert.Equal(4, read.Cases.Sum(one => one.Pairs.Sum(pair => pair.Repeats)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Repeats_that_cannot_be_are_refused(int repeats)
    {
        GateRun run = GateSamples.Standard().With(
            GateSamples.Slow, one => one with { Pairs = [one.Pairs[0], one.Pairs[1] with { Repeats = repeats }] });
        string message = Assert.Throws<RecordException>(() => GateRunFile.Save(run, Kept)).Message;
        Assert.Contains($"$.cases[1].pairs[1].repeats: is {repeats}, must be 0 to 3", message, StringComparison.Ordinal);
        Assert.False(File.Exists(Kept));
    }

    private static (string, string?, bool?, string, string, string) Facts(GateSide side) =>
        (side.Name, side.Commit, side.Dirty, side.SourceHash, side.Server, string.Join('\n', side.Planned));

    private static string Pairs(GateCase one) =>
        $"{one.Case}: {string.Join(", ", one.Pairs.Select(pair => $"{pair.Id} {pair.HeadFirst} {pair.Repeats}"))}";
}

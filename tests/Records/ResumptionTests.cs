using Results.Records;
using Tests.Pages;

namespace Tests.Records;

public sealed class ResumptionTests : IDisposable
{
    private static readonly RunRecord s_start = Samples.Run() with { Complete = false, Cases = [], OptionsHash = "a" };
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();

    private RunLayout Latest => RunLayout.Latest(_root.FullName);

    public void Dispose() => _root.Delete(recursive: true);

    public static TheoryData<string, RunRecord> Others => new()
    {
        { "profile", s_start with { Profile = "other" } },
        { "hosting", s_start with { Hosting = "other" } },
        { "scale", s_start with { Scale = s_start.Scale * 2 } },
        { "scale", s_start with { RequestDivisor = s_start.RequestDivisor + 1 } },
        { "source", s_start with { Source = s_start.Source with { SourceHash = "other" } } },
        { "machine", s_start with { Host = s_start.Host with { Cores = s_start.Host.Cores + 1 } } },
        {
            "scenarios",
            s_start with
            {
                Scenarios =
                [
                    .. s_start.Scenarios.Append(
                        new ScenarioRecord("other", "Other", new Dictionary<string, string>(StringComparer.Ordinal))),
                ],
            }
        },
        { "other cases", s_start with { Planned = [.. s_start.Planned, "other"] } },
        { "other options", s_start with { OptionsHash = "b" } },
    };

    [Fact]
    public void What_was_measured_stays_and_the_rest_comes_after_it_in_the_same_folder()
    {
        Interrupt("A");
        using (var run = RunFolder.Resume(_root.FullName, s_start))
        {
            run.SaveCase(Samples.Micro("B", 2));
            run.Complete();
        }

        RunRecord record = RunRecordFile.Load(Latest.RunJson);
        Assert.Equal(["A", "B"], record.Cases.Select(one => CaseName.Parse(one.Case).Method));
        Assert.True(record.Complete);
        Assert.Contains(Resumption.Warning, record.Warnings);
        Assert.False(Directory.Exists(RunLayout.Previous(_root.FullName).Folder));
    }

    [Fact]
    public void One_that_was_interrupted_twice_is_warned_of_once()
    {
        Interrupt("A");
        for (int part = 0; part < 2; part++)
        {
            using var run = RunFolder.Resume(_root.FullName, s_start);
            run.SaveCase(Samples.Micro("B" + part, 2));
        }

        Assert.Single(RunRecordFile.Load(Latest.RunJson).Warnings, Resumption.Warning);
    }

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Another_run_does_not_go_on_with_it(string reason, RunRecord other)
    {
        Interrupt("A");
        Refused(other, reason);
    }

    [Fact]
    public void A_complete_run_has_nothing_to_go_on_with()
    {
        using (var run = RunFolder.Begin(_root.FullName, s_start))
        {
            run.SaveCase(Samples.Micro("A", 1));
            run.Complete();
        }

        Refused(s_start, "draw its pages with 'report' and that file");
    }

    [Fact]
    public void Without_a_run_there_is_nothing_to_go_on_with() =>
        Assert.Contains(
            "does not exist",
            Assert.Throws<RecordException>(() => RunFolder.Resume(_root.FullName, s_start)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void What_a_killed_writer_left_is_cleared_away()
    {
        Interrupt("A");
        string remains = Path.Combine(Latest.Folder, ".run.json.0123.tmp");
        File.WriteAllText(remains, "{");

        RunFolder.Resume(_root.FullName, s_start).Dispose();

        Assert.False(File.Exists(remains));
    }

    [Fact]
    public void All_launches_of_a_case_are_kept_or_none()
    {
        using var run = RunFolder.Begin(_root.FullName, s_start);
        Assert.Throws<RecordException>(() => run.SaveCase(Samples.Micro("A", 1), Samples.Micro("A", double.NaN)));
        Assert.Empty(run.Record.Cases);
    }

    private void Refused(RunRecord other, string reason)
    {
        string before = File.ReadAllText(Latest.RunJson);
        RecordException refusal = Assert.Throws<RecordException>(() => RunFolder.Resume(_root.FullName, other));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Latest.RunJson, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, File.ReadAllText(Latest.RunJson));
    }

    private void Interrupt(string method)
    {
        using var run = RunFolder.Begin(_root.FullName, s_start);
        run.SaveCase(Samples.Micro(method, 1));
    }
}

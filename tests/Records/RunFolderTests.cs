using Results.Records;
using Tests.Pages;

namespace Tests.Records;

public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();

    private RunLayout Latest => RunLayout.Latest(_root.FullName);

    private RunLayout Previous => RunLayout.Previous(_root.FullName);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Each_case_is_on_disk_as_soon_as_it_is_saved()
    {
        using RunFolder run = Begin();
        Assert.False(File.Exists(Latest.RunJson));
        run.SaveCase(Samples.Micro("A", 1));
        Assert.Single(RunRecordFile.Load(Latest.RunJson).Cases);
        run.SaveCase(Samples.Micro("B", 2));
        RunRecord record = RunRecordFile.Load(Latest.RunJson);
        Assert.Equal(2, record.Cases.Count);
        Assert.False(record.Complete);
    }

    [Fact]
    public void Completing_keeps_cases_and_warnings()
    {
        using RunFolder run = Begin();
        run.SaveCase(Samples.Micro("A", 1));
        run.Warn("Mind the gap: step over it.");
        run.Complete();
        RunRecord record = RunRecordFile.Load(Latest.RunJson);
        Assert.True(record.Complete);
        Assert.Single(record.Cases);
        Assert.Equal(["Mind the gap: step over it."], record.Warnings);
    }

    [Fact]
    public void An_impossible_case_loses_no_other()
    {
        using RunFolder run = Begin();
        run.SaveCase(Samples.Micro("A", 1));
        Assert.Throws<RecordException>(() => run.SaveCase(Samples.Micro("B", double.NaN)));
        run.SaveCase(Samples.Micro("C", 3));
        Assert.Equal(["A", "C"], RunRecordFile.Load(Latest.RunJson).Cases.Select(c => CaseName.Parse(c.Case).Method));
    }

    [Fact]
    public void A_case_that_the_disk_refused_comes_with_the_next_one()
    {
        using RunFolder run = Begin();
        // A folder in the file's place refuses the rename, for _root too.
        Directory.CreateDirectory(Latest.RunJson);
        Assert.Throws<NotWrittenException>(() => run.SaveCase(Samples.Micro("A", 1)));
        Directory.Delete(Latest.RunJson);
        run.SaveCase(Samples.Micro("B", 2));
        Assert.Equal(2, RunRecordFile.Load(Latest.RunJson).Cases.Count);
    }

    [Fact]
    public void A_start_that_cannot_be_written_rotates_nothing()
    {
        Measure("A");
        Assert.Throws<RecordException>(() => RunFolder.Begin(_root.FullName, Samples.Run() with { Scale = double.NaN }));
        Assert.Equal("A", MethodIn(Latest));
    }

    [Fact]
    public void The_latest_run_becomes_the_previous_and_replaces_it()
    {
        foreach (string method in (string[])["A", "B", "C"])
            Measure(method);
        Assert.Equal("C", MethodIn(Latest));
        Assert.Equal("B", MethodIn(Previous));
        Assert.Equal([".run.lock", "latest", "previous"], _root.GetFileSystemInfos().Select(f => f.Name).Order());
    }

    [Fact]
    public void A_run_that_measured_nothing_pushes_no_other_out()
    {
        Measure("A");
        Measure("B");
        Begin().Dispose();
        Begin().Dispose();
        Assert.Equal("B", MethodIn(Previous));
    }

    [Fact]
    public void What_other_verbs_left_without_a_run_is_in_previous_beside_the_run_that_it_pushes_not_out()
    {
        Directory.CreateDirectory(Latest.Folder);
        File.WriteAllText(Latest.CheckJson, "checks");
        Begin().Dispose();
        Assert.Equal("checks", File.ReadAllText(Previous.CheckJson));

        Measure("A");
        Measure("B");
        Begin().Dispose();
        File.WriteAllText(Latest.CheckJson, "other checks");
        File.WriteAllText(Latest.CheckJson + ".tmp", "a torn one");
        Begin().Dispose();
        Assert.Equal(("B", "other checks"), (MethodIn(Previous), File.ReadAllText(Previous.CheckJson)));
        Assert.False(File.Exists(Previous.CheckJson + ".tmp"));
        Assert.Empty(Directory.EnumerateFiles(Latest.Folder));
    }

    [Fact]
    public void A_rotation_that_was_interrupted_is_taken_up_again()
    {
        Measure("A");
        // As if the process had died after the old previous was put aside.
        Directory.CreateDirectory(Previous.Folder + ".old");
        Measure("B");
        Assert.Equal("A", MethodIn(Previous));
        Assert.False(Directory.Exists(Previous.Folder + ".old"));
    }

    [Fact]
    public void Two_runs_do_not_share_a_folder()
    {
        using RunFolder first = Begin();
        first.SaveCase(Samples.Micro("A", 1));
        Assert.Contains("wait for the other run", Assert.Throws<RecordException>(Begin).Message, StringComparison.Ordinal);
        Assert.Equal("A", MethodIn(Latest));
    }

    [Fact]
    public void A_file_is_no_results_folder()
    {
        string file = Path.Combine(_root.FullName, "notes.txt");
        File.WriteAllText(file, "mine");

        RecordException thrown = Assert.Throws<RecordException>(() => RunFolder.Begin(file, Samples.Run()));

        Assert.StartsWith($"{file}: cannot be used as a results folder (", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith("choose another one", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    /// <summary>A signal seals the folder while the process ends: its other threads must not begin anything meanwhile.</summary>
    [Fact]
    public async Task A_sealed_run_refuses_every_further_write_and_keeps_what_it_has()
    {
        using RunFolder run = Begin();
        run.SaveCase(Samples.Micro("A", 1));
        run.RequireOpen();
        byte[] kept = await File.ReadAllBytesAsync(Latest.RunJson);
        // a thread of its own, as a signal's is
        await Task.Factory.StartNew(run.Seal, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Action[] all =
        [
            run.RequireOpen, run.Complete, () => run.SaveCase(Samples.Micro("B", 2)), () => run.Warn("late"),
            () => run.Note(Array.Empty<CheckRecord>()),
            () => run.Note(new ProcessPriorities(0, 0)), () => run.SaveTimeline(SampleRun.Timeline(Samples.Micro("A", 1), Regimes.Warm), 1),
        ];
        Assert.All(all, write => Assert.Throws<OperationCanceledException>(write));
        run.Seal();

        Assert.Equal(kept, await File.ReadAllBytesAsync(Latest.RunJson));
        Assert.Single(run.Record.Cases);
        Assert.Empty(run.Record.Warnings);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Latest.Telemetry));
    }

    private RunFolder Begin() => RunFolder.Begin(_root.FullName, Samples.Run());

    private void Measure(string method)
    {
        using RunFolder run = Begin();
        run.SaveCase(Samples.Micro(method, 1));
        run.Complete();
    }

    private static string MethodIn(RunLayout layout) => CaseName.Parse(RunRecordFile.Load(layout.RunJson).Cases[0].Case).Method;
}

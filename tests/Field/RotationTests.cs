using Results.Records;
using Tests.Pages;

namespace Tests.Field;

/// <summary>A file is no measurement: a run pushes out another one only when it has measured something.</summary>
public sealed class RotationTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("rotation-");

    private RunLayout Latest => RunLayout.Latest(_root.FullName);

    private RunLayout Previous => RunLayout.Previous(_root.FullName);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void However_many_runs_measure_nothing_the_last_good_one_stays()
    {
        Measure("A");
        Measure("B");
        for (int failed = 0; failed < 3; failed++)
        {
            FailAll();
            Assert.Equal(("B", 0), (MethodIn(Previous), RunRecordFile.Load(Latest.RunJson).Cases.Count));
        }

        Assert.True(Directory.Exists(Previous.Folder + ".old"), "A is kept until another run has measured something");
        Measure("C");
        Assert.Equal(("C", "B"), (MethodIn(Latest), MethodIn(Previous)));
        Assert.False(Directory.Exists(Previous.Folder + ".old"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("{", false)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("""{"cases":[]}""", false)]
    [InlineData("""{"cases":{}}""", false)]
    [InlineData("""{"cases":[1,null,{}]}""", false)]
    [InlineData("""{"cases":[{"iterationsNs":[]}]}""", false)]
    [InlineData("""{"cases":[{"iterationsNs":[]},{"iterationsNs":[1]}]}""", true)]
    [InlineData("""{"schema":999,"cases":[{"iterationsNs":[1]}]}""", true)] // of a newer build
    public void What_counts_as_measured(string json, bool measured)
    {
        Directory.CreateDirectory(Latest.Folder);
        File.WriteAllText(Latest.RunJson, json);

        Assert.Equal(measured, RunRotation.HasMeasured(Latest));
    }

    [Fact]
    public void Of_a_run_that_measured_nothing_only_the_files_of_other_verbs_are_kept()
    {
        Measure("A");
        FailAll();
        File.WriteAllText(Latest.CheckJson, "checks");
        File.WriteAllText(Latest.ReportMarkdown, "no row");
        File.WriteAllText(Latest.GateJson, "of the failed run");
        Begin().Dispose();

        Assert.Equal(("A", "checks"), (MethodIn(Previous), File.ReadAllText(Previous.CheckJson)));
        Assert.False(File.Exists(Previous.ReportMarkdown) || File.Exists(Previous.GateJson));
    }

    [Fact]
    public void A_run_that_could_not_begin_moves_nothing()
    {
        Measure("A");
        Measure("B");
        using (RunFolder run = Begin())
            run.TakeBack();

        Assert.Equal(("B", "A"), (MethodIn(Latest), MethodIn(Previous)));
        Assert.Equal([".run.lock", "latest", "previous"], _root.GetFileSystemInfos().Select(f => f.Name).Order());
    }

    [Fact]
    public void What_was_measured_is_not_taken_back()
    {
        Measure("A");
        using (RunFolder run = Begin())
        {
            run.SaveCase(Samples.Micro("B", 1));
            run.TakeBack();
        }

        Assert.Equal(("B", "A"), (MethodIn(Latest), MethodIn(Previous)));
    }

    [Fact]
    public void A_rotation_that_died_between_its_renames_loses_no_run()
    {
        Measure("A");
        Measure("B");
        Directory.Move(Previous.Folder, Previous.Folder + ".old"); // A
        FailAll();
        FailAll();

        Assert.Equal("B", MethodIn(Previous));
        Assert.Equal("A", MethodIn(new RunLayout(Previous.Folder + ".old")));
    }

    private RunFolder Begin() => RunFolder.Begin(_root.FullName, Samples.Run());

    private void FailAll()
    {
        using RunFolder run = Begin();
        run.Complete();
    }

    private void Measure(string method)
    {
        using RunFolder run = Begin();
        run.SaveCase(Samples.Micro(method, 1));
        run.Complete();
    }

    private static string MethodIn(RunLayout layout) => CaseName.Parse(RunRecordFile.Load(layout.RunJson).Cases[0].Case).Method;
}

using System.Diagnostics;
using BenchGate.Launchers;

namespace Tests.Launchers;

public class BenchmarkLogTests
{
    private static readonly string s_title = $"Sums.Loop: Job-LUOAWM({SampleLog.Settings}) [Count=10]";

    [Fact]
    public void Each_benchmark_is_what_it_printed()
    {
        string failed = $"Sums.Fails: Job-LUOAWM({SampleLog.Settings})",
            unbuilt = $"Sums.Loop: .NET 8.0(Runtime=.NET 8.0, {SampleLog.Settings})";
        var log = BenchmarkLog.Read(
        [
            "// Validating benchmarks:",
            "// Found 3 benchmarks:", $"//   {s_title}", $"//   {failed}", $"//   {unbuilt}", "",
            $"// Benchmark: {s_title}", SampleLog.Execute("\"My.Sums.Loop(Count: 10)\""), .. SampleLog.Launch([5, 6]),
            $"// Benchmark: {failed}", SampleLog.Execute("My.Sums.Fails", id: 1), " ---> System.InvalidOperationException: no database",
            "// ***** BenchmarkRunner: Finish  *****",
            "WorkloadResult   1: 1 op, 1.00 ns, 1.0000 ns/op",
        ]);

        Assert.Equal(["My.Sums.Loop(Count: 10)", "My.Sums.Fails"], log.Ran.Select(one => one.Id));
        Assert.Equal([unbuilt], log.NotStarted);
        Assert.Equal(".NET 10.0.12", log.Runtime);
        var run = new ProgramRun(log, [], IgnoresArguments: false);
        Assert.Equal("My.Sums.Loop(Count: 10)", Assert.Single(run.Measured).Launch.Case);
        Assert.Equal(
            ["My.Sums.Fails: System.InvalidOperationException: no database", $"{unbuilt}: System.InvalidOperationException: no database"],
            run.LeftOut);
    }

    [Fact]
    public void Two_classes_of_one_name_in_the_process_of_the_program_cannot_be_told_apart()
    {
        string[] twice = ["// Benchmark: Sums.Loop: InProcess", .. SampleLog.Launch([5, 6]), "// Benchmark: Sums.Loop: InProcess",
            .. SampleLog.Launch([7, 8])];
        string[] other = ["// Benchmark: Sums.Fold: InProcess", .. SampleLog.Launch([5, 6])];
        var run = new ProgramRun(BenchmarkLog.Read([.. twice, .. other]), [], false);

        Assert.Equal("Sums.Fold [InProcess]", Assert.Single(run.Measured).Launch.Case);
        const string why = "Sums.Loop [InProcess]: 2 benchmarks have this name; choose one of them with --filter";
        Assert.Equal([why], run.LeftOut);
        Assert.Equal(why, new ProgramRun(BenchmarkLog.Read(twice), [], false).Reason);
    }

    [Theory]
    [InlineData("A.O: Job-XYZ({0})", "A.O")]
    [InlineData("A.O: DefaultJob", "A.O")]
    [InlineData("A.O: ShortRun({0})", "A.O [ShortRun]")]
    [InlineData("A.O: .NET 10.0(Runtime=.NET 10.0, {0})", "A.O [.NET 10.0]")]
    [InlineData("A.O: Job-XYZ(EnvironmentVariables=A=b, c,D=2, Server=True, {0})", "A.O [EnvironmentVariables=A=b, c,D=2, Server=True]")]
    [InlineData("A.O: InProcess(Toolchain=InProcessEmitToolchain, {0}) [N=1]", "A.O(N=1) [InProcess]")]
    [InlineData("H<Int32>.O: Job-XYZ({0})", "H<Int32>.O")]
    public void An_id_has_the_job_unless_its_name_was_generated(string title, string id) => Assert.Equal(
        id, new LoggedBenchmark(title.Replace("{0}", SampleLog.Settings, StringComparison.Ordinal), Command: null, []).Id);

    [Theory]
    [InlineData("My.A.O", "My.A.O")]
    [InlineData("\"My.A.O(Text: \\\"ü, x\\\")\"", "My.A.O(Text: \"ü, x\")")]
    [InlineData("\"My.A.O(Text: \\\"a \\\\\\\"b\\\\\\\" in c\\\")\"", "My.A.O(Text: \"a \\\"b\\\" in c\")")]
    public void A_benchmark_is_started_again_without_the_pipes(string logged, string name)
    {
        ReplayCommand command = ReplayCommand.Read(SampleLog.Execute(logged, "/a folder in b/ü", 7, "\"plain job-2.dll\""))!;

        Assert.Equal(name, command.BenchmarkName);
        ProcessStartInfo start = command.Start();
        Assert.Equal(("dotnet", "/a folder in b/ü"), (start.FileName, start.WorkingDirectory));
        Assert.Equal($"\"plain job-2.dll\" --benchmarkName {logged} --job \"{SampleLog.Settings}\" --benchmarkId 7", start.Arguments);
    }

    [Fact]
    public void A_line_of_an_unknown_form_is_no_command() =>
        Assert.Null(ReplayCommand.Read("// Execute: dotnet A.dll --port 4711 --benchmarkName A.B --benchmarkId 1 in /a"));

    [Fact]
    public void A_process_gets_what_its_job_asks_for()
    {
        var start = new ProcessStartInfo("dotnet");

        LaunchEnvironment.AddJob(start, "Affinity=10, EnvironmentVariables=MY_FLAG=a, b,OTHER=2=3, Server=True, " + SampleLog.Settings);

        Assert.Equal(("a, b", "2=3"), (start.Environment["MY_FLAG"], start.Environment["OTHER"]));
        Assert.False(start.Environment.ContainsKey("Server"));
        Assert.Equal(2, LaunchEnvironment.Affinity("Affinity=10, Server=True"));
        Assert.Null(LaunchEnvironment.Affinity(SampleLog.Settings));
    }

    [Theory]
    [InlineData("//    * Assembly A which defines benchmarks references non-optimized B",
        "Assembly A which defines benchmarks references non-optimized B")]
    [InlineData("/a/b.csproj : error NU1201: Project A is not compatible with net8.0. [/a/b.csproj]",
        "error NU1201: Project A is not compatible with net8.0.")]
    [InlineData("Unhandled exception. System.IO.FileNotFoundException: no such file", "System.IO.FileNotFoundException: no such file")]
    [InlineData(
        "System.NotSupportedException: Found more than one matching project file for A.csproj in /r and its subfolders: /r/a, /r/b",
        "System.NotSupportedException: Found more than one matching project file for A.csproj in /r and its subfolders: /r/a, /r/b")]
    [InlineData("System.Reflection.TargetInvocationException: Exception has been thrown by the target of an invocation.", null)]
    [InlineData("  Error     : Half of 99.9% confidence interval", null)]
    public void The_reason_is_in_the_log(string line, string? reason) => Assert.Equal(reason, FirstFailure.In(["// ok", line]));
}

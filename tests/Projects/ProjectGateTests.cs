using BenchGate.Processes;

namespace Tests.Projects;

/// <summary>What can go wrong with a project, by the real program: the line that is printed, and the exit code.</summary>
public class ProjectGateTests
{
    private const string Two = "cases() { echo A.O; echo A.P; }";

    [Fact]
    public async Task A_gate_leaves_nothing_in_the_users_folder()
    {
        using var project = new FakeProject(Two, Two);
        string before = project.State;
        ChildProcess gate = await project.RunAsync();
        Assert.Equal(("", 0), (gate.Error, gate.Exit));
        Assert.Equal(before, project.State);
        Assert.Empty(Directory.EnumerateFileSystemEntries(project.Around("tmp"), "bench-*"));
    }

    [Fact]
    public async Task A_benchmark_that_the_head_does_not_have_fails_unless_a_file_renames_it()
    {
        using var project = new FakeProject(Two, "cases() { echo A.O; echo A.Q; }");
        Assert.Equal(1, (await project.RunAsync()).Exit);
        Assert.Contains("1 Missing", Page(project), StringComparison.Ordinal);
        string renames = project.Around("renames.md");
        await File.WriteAllTextAsync(
            renames, "| old id | new id | since commit | why |\n| --- | --- | --- | --- |\n| A.P | A.Q | 1234567 | clearer |\n");
        Assert.Equal(0, (await project.RunAsync("--renames", renames)).Exit);
    }

    [Theory]
    [InlineData("on_build() { echo 'A.cs(1,2): error CS0103: no x [/a.csproj]'; false; }", "", 3, "error: main does not build: ")]
    [InlineData("", "on_build() { echo 'A.cs(1,2): error CS0103: no x [/a.csproj]'; false; }", 1, "failed: working tree does not build: ")]
    public async Task A_side_that_does_not_build_is_named_with_the_first_error(string before, string after, int exit, string says)
    {
        using var project = new FakeProject(before, after);
        ChildProcess gate = await project.RunAsync();
        Assert.Equal(exit, gate.Exit);
        Assert.StartsWith(
            says + "A.cs(1,2): error CS0103: no x (dotnet build -c Release src/App.csproj in ", Line(gate), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, 0, "Left out, on both sides: A.P: System.InvalidOperationException: no database")]
    [InlineData(false, true, 1, "Left out at the head: A.P: System.InvalidOperationException: no database")]
    [InlineData(true, false, 0, "Left out at the base: A.P: System.InvalidOperationException: no database")]
    public async Task A_benchmark_that_throws_is_left_out_and_said(bool before, bool after, int exit, string says)
    {
        const string Throws = Two + "\n"
            + "result() { [ $1 = A.P ] && echo ' ---> System.InvalidOperationException: no database' || own $1; }\n"
            + "own() { echo 'WorkloadActual 1: 1 op, 5.0 ns, x'; echo 'WorkloadResult 1: 1 op, 5.0 ns, x'; }";
        using var project = new FakeProject(before ? Throws : Two, after ? Throws : Two);
        Assert.Equal(exit, (await project.RunAsync()).Exit);
        Assert.Contains(says, Page(project), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run() { echo '//    * Assembly App which defines benchmarks is non-optimized'; }",
        "error: No benchmark of the base, main, gave a measurement. BenchmarkDotNet says: Assembly App which defines benchmarks is "
        + "non-optimized; build it optimised in the configuration Release: <Optimize>true</Optimize>.")]
    [InlineData("execute() { echo '// Execute: dotnet Job.dll --ipcPort 1 --benchmarkName A.O --job x --benchmarkId 0 in /a'; }",
        "error: The log of the base, main, does not say how A.O was started (BenchmarkDotNet 0.15.8; tested are 0.14.0, 0.15.2 and "
        + "0.15.8); use a tested version.")]
    [InlineData("result() { echo 'Result 1: 5 ns'; }",
        "error: No benchmark of the base, main, gave a measurement. Its results cannot be read (BenchmarkDotNet 0.15.8; tested are 0.14.0, "
        + "0.15.2 and 0.15.8).")]
    public async Task A_base_that_cannot_be_measured_is_told_in_one_line(string before, string says)
    {
        using var project = new FakeProject(before, "");
        ChildProcess gate = await project.RunAsync();
        Assert.Equal((says, 3), (Line(gate), gate.Exit));
    }

    [Fact]
    public async Task A_job_without_its_runtime_is_left_out_and_the_others_are_measured()
    {
        const string Refuses = "run() { if [ -n \"$BENCH_GATE_WITHOUT\" ]; then all \"$1\"; else "
            + "echo '// Benchmark A.O: Mono(Runtime=Mono)'; echo \"//    * Mono is not installed, benchmark 'A.O: Mono' will not be "
            + "executed\"; fi; }\n"
            + "all() { echo \"// Benchmark: A.O: Job-ABC($settings)\"; execute A.O \"$1\"; result A.O; }";
        using var project = new FakeProject(Refuses, Refuses);
        ChildProcess gate = await project.RunAsync();
        Assert.Equal(("", 0), (gate.Error, gate.Exit));
        Assert.Contains("Left out, on both sides: A.O \\[Mono\\]: Mono is not installed", Page(project), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 2, "error: --filter is '*X*', but no benchmark of either side matches it; ")]
    [InlineData(false, 1, "")]
    public async Task A_filter_that_matches_nothing_is_refused_unless_the_base_had_it(bool atBase, int exit, string says)
    {
        const string None = "cases() { :; }\non_run() { echo \"The filter '*X*' that you have provided returned 0 benchmarks.\"; }";
        using var project = new FakeProject(atBase ? None : "", None);
        ChildProcess gate = await project.RunAsync("--filter", "*X*");
        Assert.Equal(exit, gate.Exit);
        Assert.StartsWith(says, gate.Error, StringComparison.Ordinal);
        if (!atBase)
            Assert.Contains("1 Missing", Page(project), StringComparison.Ordinal);
    }

    private static string Line(ChildProcess gate) => Assert.Single(gate.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static string Page(FakeProject project) => File.ReadAllText(Path.Combine(project.Results, "gate.md"));
}

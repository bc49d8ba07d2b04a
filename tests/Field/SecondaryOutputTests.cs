using BenchGate.Cli;
using Results.Gate;
using Results.Pages.Gate;
using Results.Records;
using Tests.Cli;
using Tests.Gate;
using Tests.Measurement;

namespace Tests.Field;

/// <summary>What is written beside the result: it does not change the exit code, and it goes nowhere unasked.</summary>
[Collection(ProcessStateScope.Collection)] // one test sets a variable of GitHub
public sealed class SecondaryOutputTests : IDisposable
{
    private const string Summary = "GITHUB_STEP_SUMMARY";
    private readonly FieldFolder _folder = new();
    private readonly string? _summary = Environment.GetEnvironmentVariable(Summary);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Summary, _summary);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_gate_with_an_output_folder_writes_only_there()
    {
        RunLayout first = _folder.Save("first"), second = _folder.Save("second", 2);

        Typed gate = await GateAsync(first, second, "gate");

        Assert.Equal((0, ""), (gate.Exit, gate.Error));
        Assert.True(File.Exists(new GateLayout(_folder.In("gate")).Json));
        Assert.Equal([second.RunJson], Directory.GetFileSystemEntries(second.Folder));
        Assert.Equal([first.RunJson], Directory.GetFileSystemEntries(first.Folder));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void A_copy_that_cannot_be_written_leaves_the_verdict(double allocations, int exit)
    {
        RunRecord run = ReferenceGateTests.Noisy(2);
        run = run with { Cases = [.. run.Cases.Select(one => one with { AllocatedBytes = one.AllocatedBytes * allocations })] };
        GateDecision decision = ReferenceGate.Decide(
            new("a/run.json", ReferenceGateTests.Noisy(1)), new("b/run.json", run), [], GateMetric.Time, new());
        RunLayout judged = _folder.Save("judged", run);

        (int code, string output, string error) = Finish(decision, judged);
        Assert.Equal((exit, ""), (code, error));
        Assert.Contains(judged.GateJson + "\n", output, StringComparison.Ordinal); // listed

        File.Delete(judged.GateJson);
        Directory.CreateDirectory(judged.GateJson); // nobody can write a file there, not even root
        (code, output, error) = Finish(decision, judged);
        Assert.Equal(exit, code);
        Assert.StartsWith("warning: " + judged.GateJson, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("the verdict stays", error, StringComparison.Ordinal);
        Assert.DoesNotContain(judged.GateJson, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_a_summary_that_cannot_be_written()
    {
        Environment.SetEnvironmentVariable(Summary, _folder.Path); // a folder
        Typed gate = await GateAsync(_folder.Save("first"), _folder.Save("second", 2), "gate");
        Assert.Equal(0, gate.Exit);
        Assert.StartsWith("warning: " + _folder.Path, Assert.Single(gate.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_run_is_kept_also_if_its_page_cannot_show_it()
    {
        RunLayout run = _folder.Save("run");
        Directory.CreateDirectory(run.History);

        Typed added = await Typed.RunAsync("history", "add", run.RunJson, "--history", _folder.History);

        string file = Assert.Single(Directory.GetFiles(_folder.History));
        Assert.Equal((0, file + Environment.NewLine), (added.Exit, added.Output));
        Assert.StartsWith("warning: " + run.History, Assert.Single(added.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains($"the run was added to {file}", added.Error, StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(file));
    }

    [Theory]
    [InlineData("history")]
    [InlineData("history", "add", "RUN")]
    [InlineData("gate", "--reference", "RUN", "--run", "RUN2")]
    public async Task A_file_in_place_of_the_folder_of_kept_runs_is_named(params string[] line)
    {
        string file = _folder.Write("kept.jsonl", "");
        string[] args = [.. line.Select(word => word switch
        {
            "RUN" => _folder.Save("run").RunJson,
            "RUN2" => _folder.Save("run2", 2).RunJson,
            _ => word,
        })];
        (await Typed.RunAsync([.. args, "--history", file])).IsRefused($"--history is '{file}', which is a file", _folder.Path);
    }

    /// <summary>The file's name has a hash of the machine, but each line has its processor.</summary>
    [Fact]
    public async Task The_history_names_the_machine()
    {
        Assert.Equal(0, (await Typed.RunAsync("history", "add", _folder.Save("run").RunJson, "--history", _folder.History)).Exit);
        Typed history = await Typed.RunAsync("history", "--history", _folder.History);
        Assert.Equal(
            "## Example CPU @ 2.40GHz, 2 cores, Debian GNU/Linux 12, .NET 10.0.12, server kestrel, latency by ppoll",
            Assert.Single(history.Output.Split('\n'), line => line.StartsWith("## ", StringComparison.Ordinal)).Replace("\\", ""));
        Assert.DoesNotContain(
            Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(_folder.History))), history.Output, StringComparison.Ordinal);
    }

    private (int Exit, string Output, string Error) Finish(GateDecision decision, RunLayout judged)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exit = GateAnswer.Finish(decision, _folder.In("gate"), judged, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private Task<Typed> GateAsync(RunLayout first, RunLayout second, string output) => Typed.RunAsync(
        "gate", "--reference", first.RunJson, "--run", second.RunJson, "--history", _folder.History, "--output", _folder.In(output));
}

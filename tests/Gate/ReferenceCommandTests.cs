using BenchGate.Errors;
using Benchmarks.Cli;
using Results.History;
using Results.Pages.Gate;
using Results.Records;

namespace Tests.Gate;

/// <summary><c>gate --reference</c> as it is typed.</summary>
public sealed class ReferenceCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Output => Path.Combine(_folder.FullName, "gate");

    private string History => Path.Combine(_folder.FullName, "history");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1, "kestrel", 10, 0)]
    [InlineData(1.3, "kestrel", 10, 1)]
    [InlineData(1.3, "kestrel", 9, 0)]
    [InlineData(1, "wiremock", 10, 3)]
    public async Task The_exit_code_is_the_verdict_and_the_pages_are_written(double factor, string server, int kept, int exitCode)
    {
        RunRecord run = ReferenceGateTests.Noisy(2, factor);
        var history = HistoryFile.For(History, run.Host);
        foreach (int day in Enumerable.Range(10, kept))
            history.Append(ReferenceGateTests.Noisy(day));
        (string reference, string candidate) = (
            Save("reference.json", ReferenceGateTests.Noisy(1)),
            Save("candidate.json", run with { Host = run.Host with { Server = server } }));
        (int code, string output, string error) = await Type(reference, candidate);
        Assert.Equal((exitCode, ""), (code, error));
        var layout = new GateLayout(Output);
        // others read them
        Assert.All(
            [layout.Markdown, layout.Json, layout.Comment, layout.JUnit],
            page => Assert.DoesNotContain(_folder.FullName, File.ReadAllText(page), StringComparison.Ordinal));
        Assert.Equal(exitCode, GateDecisionFile.Load(layout.Json).ExitCode);
        Assert.All([layout.Markdown, layout.Comment, layout.JUnit, layout.Bencher, layout.GitHubActionBenchmark], page =>
        {
            Assert.True(File.Exists(page));
            Assert.Contains(page, output, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"schema\": 1, \"com")]
    [InlineData("{\"schema\": 99}")]
    public async Task A_reference_that_is_no_run_ends_before_anything_is_written(string text)
    {
        (string reference, string candidate) =
            (Path.Combine(_folder.FullName, "reference.json"), Save("candidate.json", ReferenceGateTests.Noisy(1)));
        File.WriteAllText(reference, text);
        foreach ((string first, string second) in new[] { (reference, candidate), (candidate, reference) })
        {
            (int code, string _, string error) = await Type(first, second);
            Assert.Equal(ExitCodes.Usage, code);
            Assert.StartsWith($"error: {reference}: ", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
            Assert.False(Directory.Exists(Output));
        }
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_ends_in_one_line()
    {
        Directory.CreateDirectory(new GateLayout(Output).Markdown);
        (int code, string _, string error) =
            await Type(Save("before.json", ReferenceGateTests.Noisy(1)), Save("run.json", ReferenceGateTests.Noisy(2)));
        Assert.Equal(ExitCodes.Failed, code);
        Assert.StartsWith("failed: ", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>A gate whose reference turns out to be the run itself would pass for ever.</summary>
    [Fact]
    public async Task A_run_is_not_compared_with_itself()
    {
        (int code, string _, string error) =
            await Type(Save("run.json", ReferenceGateTests.Noisy(1)), Save("copy.json", ReferenceGateTests.Noisy(1)));
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("the same run", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    private string Save(string name, RunRecord run)
    {
        string path = Path.Combine(_folder.FullName, name);
        RunRecordFile.Save(run, path);
        return path;
    }

    private async Task<(int Code, string Output, string Error)> Type(string reference, string candidate)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Verbs.RunAsync(
            [
                "gate",
                "--reference",
                reference,
                "--run",
                candidate,
                "--history",
                History,
                "--output",
                Output,
            ],
            output,
            error);
        return (code, output.ToString(), error.ToString());
    }
}

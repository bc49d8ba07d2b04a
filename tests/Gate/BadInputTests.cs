using BenchGate.Errors;
using Benchmarks.Cli;
using Results.Gate;
using Results.Records;

namespace Tests.Gate;

/// <summary>A run.json that cannot be used ends in one line with the file and a remedy, and changes nothing.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Bad => Path.Combine(_folder.FullName, "run.json");

    private string History => Path.Combine(_folder.FullName, "history");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"schema\": 1, \"cases\": [", "is cut off there")]
    [InlineData("[1, 2]", "must be an object")]
    [InlineData("{\"schema\": 2}", "use a newer build")]
    [InlineData("{\"schema\": 1}", "missing required")]
    [InlineData("# a page", "is not JSON")]
    public async Task A_text_that_is_no_run_is_refused(string text, string expected)
    {
        File.WriteAllText(Bad, text);
        await IsRefused(expected);
    }

    [Theory]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [0,", "$.cases[0].iterationsNs[0]: is 0, must be above 0")]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [-5,", "$.cases[0].iterationsNs[0]: is -5")]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [\"NaN\",", "$.cases[0].iterationsNs[0]: must be a number")]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [NaN,", "is not JSON")]
    [InlineData("\"complete\": true", "\"complete\": \"yes\"", "$.complete: must be true or false")]
    [InlineData("\"complete\": true", "\"complete\": false", "the run was interrupted")]
    public async Task An_edited_run_is_refused(string from, string to, string expected)
    {
        RunRecordFile.Save(ReferenceGateTests.Noisy(1), Bad);
        string text = File.ReadAllText(Bad);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(Bad, text[..at] + to + text[(at + from.Length)..]);
        await IsRefused(expected);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() => await IsRefused("does not exist");

    [Fact]
    public async Task A_kept_run_shows_in_the_history()
    {
        RunRecordFile.Save(ReferenceGateTests.Noisy(1), Bad);
        Assert.Equal((0, ""), await Type("history", "add", Bad, "--history", History));
        using var output = new StringWriter();
        Assert.Equal(0, await Verbs.RunAsync(["history", "--history", History], output, TextWriter.Null));
        Assert.Contains("Benchmarks.Macro.PokeApi.WhenAll", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await Type("history", "add", Bad, "--history", History)).Code);
    }

    [Fact]
    public async Task An_empty_history_says_how_to_begin()
    {
        using var output = new StringWriter();
        Assert.Equal(0, await Verbs.RunAsync(["history", "--history", History], output, TextWriter.Null));
        Assert.Contains("history add", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gates_own_files_are_read_back_and_a_cut_off_one_is_refused()
    {
        string path = Path.Combine(_folder.FullName, "gate-run.json");
        GateRun run = GateSamples.Standard();
        GateRunFile.Save(run, path);
        Assert.Equal(
            PairedGate.Decide(run, new()).Cases.Select(one => (one.Verdict, one.LogRatio)),
            PairedGate.Decide(GateRunFile.Load(path), new()).Cases.Select(one => (one.Verdict, one.LogRatio)));
        File.WriteAllText(path, File.ReadAllText(path)[..500]);
        Assert.Contains("cut off", Assert.Throws<RecordException>(() => GateRunFile.Load(path)).Message, StringComparison.Ordinal);
    }

    private async Task IsRefused(string expected)
    {
        string? before = File.Exists(Bad) ? File.ReadAllText(Bad) : null;
        (int code, string error) = await Type("history", "add", Bad, "--history", History);
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains(_folder.FullName, error, StringComparison.Ordinal);
        Assert.Contains("; ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(History));
        Assert.Equal(before, File.Exists(Bad) ? File.ReadAllText(Bad) : null);
    }

    private static async Task<(int Code, string Error)> Type(params string[] args)
    {
        using var error = new StringWriter();
        int code = await Verbs.RunAsync(args, TextWriter.Null, error);
        return (code, error.ToString());
    }
}

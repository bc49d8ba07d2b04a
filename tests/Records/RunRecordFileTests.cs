using System.Text.Json;
using Results.Records;
using Tests.Pages;

namespace Tests.Records;

public sealed class RunRecordFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "run.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_saved_is_loaded()
    {
        using var culture = new CommaDecimalCulture();
        RunRecord run = Samples.Standard() with { Warnings = ["é × <b>"], RequestDivisor = 10 };
        RunRecordFile.Save(run, File);
        RunRecord loaded = RunRecordFile.Load(File);
        Assert.Equal(Json(run), Json(loaded));
        Assert.Equal(run.Scenarios[0].Note, loaded.Scenarios[0].Note);
        Assert.Contains("\"scale\": 0.1", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_of_the_jobs_options_is_kept_and_absent_without_any()
    {
        RunRecordFile.Save(Samples.Standard(), File);
        Assert.DoesNotContain("jobHash", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Null(RunRecordFile.Load(File).JobHash);

        RunRecordFile.Save(Samples.Standard() with { JobHash = "0123456789abcdef" }, File);
        Assert.Equal("0123456789abcdef", RunRecordFile.Load(File).JobHash);
    }

    [Fact]
    public void A_field_of_a_later_build_of_the_same_schema_is_skipped()
    {
        RunRecordFile.Save(Samples.Standard(), File);
        Change("\"scale\": 0.1", "\"later\": {\"a\": [1]}, \"scale\": 0.1");
        Assert.Equal(8, RunRecordFile.Load(File).Cases.Count);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string message = Assert.Throws<RecordException>(() => RunRecordFile.Load(File)).Message;
        Assert.Equal($"{File}: does not exist; measure first, or name another run.json", message);
    }

    [Fact]
    public void A_folder_is_no_record() =>
        Assert.Contains("cannot be read", Fault(() => RunRecordFile.Load(_folder.FullName)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n", "is empty")]
    [InlineData("[]", "$: must be an object, is Array")]
    [InlineData("{}", "$.schema: is missing or not a whole number")]
    [InlineData("{\"schema\": \"1\"}", "$.schema: is missing or not a whole number")]
    [InlineData("{\"schema\": 2, \"cases\": 7}", "$.schema: is 2, this build reads up to 1; use a newer build")]
    [InlineData("{\"schema\": 1}", "missing required properties")]
    [InlineData("hello", "line 1, byte 1: is not JSON")]
    public void A_text_that_is_no_record_is_refused(string text, string expected)
    {
        System.IO.File.WriteAllText(File, text);
        AssertRefused(expected);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        RunRecordFile.Save(Samples.Run(Samples.Case("Baidu", "WhenAll", 2, 1, 1)), File);
        string whole = System.IO.File.ReadAllText(File).TrimEnd();
        for (int length = 0; length < whole.Length; length += 7)
        {
            System.IO.File.WriteAllText(File, whole[..length]);
            AssertRefused(length == 0 ? "is empty" : "is cut off there");
        }
    }

    [Theory]
    [InlineData("\"scale\": 0.1", "\"scale\": \"fast\"", "$.scale: must be a number")]
    [InlineData("\"scale\": 0.1", "\"scale\": 0", "$.scale: is 0, must be a finite number above 0")]
    [InlineData("\"scale\": 0.1", "\"scale\": 1e999", "$.scale: ")]
    [InlineData("\"scale\": 0.1", "\"scale\": 0.1, \"scale\": 0.2", "scale")]
    [InlineData("\"complete\": true", "\"complete\": 1", "$.complete: must be true or false")]
    [InlineData("\"schema\": 1", "\"schema\": 0", "$.schema: is 0, must be 1 or more")]
    [InlineData("\"cores\": 2", "\"cores\": null", "$.host.cores: has a value of the wrong type")]
    [InlineData("\"cores\": 2,", "", "cores")]
    [InlineData("\"hosting\": \"shared\"", "\"hosting\": {}", "$.hosting: must be text")]
    [InlineData("\"planned\": [", "\"planned\": 3, \"x\": [", "$.planned: must be a list")]
    [InlineData("\"priorities\": {", "\"priorities\": 3, \"x\": {", "$.priorities: has a value of the wrong type")]
    [InlineData("\"startedAt\": \"2025-11", "\"startedAt\": \"yesterday", "$.startedAt: must be a date and time")]
    [InlineData("\"title\": \"200 × a small home page\"", "\"title\": null", "$.scenarios[0]")]
    [InlineData("\"seed\": \"1\"", "\"seed\": null", "$.scenarios[0].parameters[4]: is null, must have a value")]
    [InlineData("\"cases\": [", "\"cases\": [null,", "$.cases[0]: is null, must have a value")]
    [InlineData(
        "\"iterationsNs\": [", "\"iterationsNs\": [-1.5,", "$.cases[0].iterationsNs[0]: is -1.5, must be a finite number, 0 or more")]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [1, 1e999,", "$.cases[0].iterationsNs[1]: ")]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [\"NaN\",", "$.cases[0].iterationsNs[0]: must be a number")]
    [InlineData("\"iterationsNs\": [", "\"iterationsNs\": [null,", "$.cases[0].iterationsNs[0]: must be a number")]
    [InlineData("\"boundNs\": 1660000000", "\"boundNs\": -1", "$.cases[0].boundNs: is -1")]
    [InlineData("\"launch\": 1", "\"launch\": 0", "$.cases[0].launch: is 0, must be 1 or more")]
    [InlineData("\"regime\": \"warm pool\"", "\"regime\": \"tepid pool\"", "$.cases[0].regime: must be 'warm pool' or 'cold pool'")]
    [InlineData(
        "\"telemetry\": [",
        "\"telemetry\": [{\"regime\": \"tepid\", \"file\": \"a.json\", \"figures\": {}}",
        "$.cases[0].telemetry[0].regime: must be 'warm pool' or 'cold pool'")]
    [InlineData("\"requests\": 200", "\"requests\": -200", "$.cases[0].requests: is -200, must be 0 or more")]
    public void A_value_that_cannot_be_is_refused_with_its_place(string from, string to, string expected)
    {
        RunRecordFile.Save(Samples.Standard(), File);
        Change(from, to);
        AssertRefused(expected);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void A_value_that_cannot_be_is_not_written_either(double value)
    {
        RunRecordFile.Save(Samples.Standard(), File);
        byte[] before = System.IO.File.ReadAllBytes(File);
        RunRecord bad = Samples.Run(Samples.Micro("A", 1, value));
        Assert.Contains("$.cases[0].iterationsNs[1]", Fault(() => RunRecordFile.Save(bad, File)), StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    private void Change(string from, string to)
    {
        string text = System.IO.File.ReadAllText(File);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the file holds no {from}");
        System.IO.File.WriteAllText(File, text[..at] + to + text[(at + from.Length)..]);
    }

    private void AssertRefused(string expected)
    {
        byte[] before = System.IO.File.ReadAllBytes(File);
        string message = Fault(() => RunRecordFile.Load(File));
        Assert.StartsWith(File + ": ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("; ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    private static string Fault(Action action) => Assert.Throws<RecordException>(action).Message;

    private static string Json(RunRecord run) => JsonSerializer.Serialize(run);
}

using System.Text.Json;
using Results.Records;

namespace Tests.Records;

public sealed class LessonFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "lessons.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_says_of_each_claim_what_was_predicted_and_what_came_of_it()
    {
        LessonFile.Save(
            [
                new(4, "c-2", "ceil(N / c) · L", 200, 204, "ms", Regimes.Warm),
                new(10, "cold", "", 100, null, "ms", Regimes.Cold) { Tolerance = 0.25, Relation = Relation.AtLeast },
            ],
            File);

        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        JsonElement[] claims = [.. json.RootElement.EnumerateArray()];
        Assert.Equal(
            ["lesson", "claim", "formula", "prediction", "measured", "unit", "regime", "relation", "tolerance", "residual", "ok"],
            claims[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ("=", 0.02, true),
            (
                claims[0].GetProperty("relation").GetString(),
                Math.Round(claims[0].GetProperty("residual").GetDouble(), 6),
                claims[0].GetProperty("ok").GetBoolean()));
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null, false),
            (
                claims[1].GetProperty("measured").ValueKind,
                claims[1].GetProperty("residual").ValueKind,
                claims[1].GetProperty("ok").GetBoolean()));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, double.NaN)]
    public void What_cannot_be_is_refused(double prediction, double measured)
    {
        RecordException refused =
            Assert.Throws<RecordException>(() => LessonFile.Save([new(4, "c-2", "", prediction, measured, "ms", Regimes.Warm)], File));
        Assert.Contains("'c-2' in lesson 4", refused.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }
}

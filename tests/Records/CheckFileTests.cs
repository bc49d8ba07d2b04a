using System.Text.Json;
using Results.Records;

namespace Tests.Records;

public sealed class CheckFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "check.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_saved_is_loaded()
    {
        CheckRecord[] checks = [new("a", 0.25, "ms", "<= 0.2", false, "Do this."), new("b", null, "%", "<= 5", true, "Do that.")];
        CheckFile.Save(checks, File);

        Assert.Equal(checks, CheckFile.Load(File));
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        Assert.All(json.RootElement.EnumerateArray(), check =>
            Assert.Equal(["name", "value", "unit", "bound", "ok", "remedy"], check.EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public void A_value_that_is_not_finite_is_refused() =>
        Assert.Contains(
            "'a' is not finite",
            Assert.Throws<RecordException>(() => CheckFile.Save([new("a", double.NaN, "", "", true, "")], File)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", "check again")]
    [InlineData("null", "is empty")]
    [InlineData("[{\"name\": \"a\"}]", "check again")]
    [InlineData("[{\"name\": \"a\", \"value\": \"x\"", "check again")]
    public void A_text_that_holds_no_checks_is_refused(string text, string expected)
    {
        System.IO.File.WriteAllText(File, text);
        string message = Assert.Throws<RecordException>(() => CheckFile.Load(File)).Message;
        Assert.StartsWith(File + ": ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }
}

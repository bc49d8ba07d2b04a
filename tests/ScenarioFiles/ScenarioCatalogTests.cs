using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.ScenarioFiles;

public sealed class ScenarioCatalogTests : IDisposable
{
    private readonly ScenarioFolder _first = new();
    private readonly ScenarioFolder _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void All_scenarios_of_all_folders_are_there_in_order_but_no_schema()
    {
        _first.Write("b.json", ScenarioFolder.Good);
        _first.Write("scenario.schema.json", "{}");
        _first.Write("notes.txt", "not a scenario");
        _second.Write("a.json", ScenarioFolder.Good);

        Assert.Equal(["a", "b"], ScenarioCatalog.Load(_first.Path, _second.Path).All.Select(s => s.Id));
    }

    [Fact]
    public void A_folder_named_twice_is_loaded_once()
    {
        _first.Write("a.json", ScenarioFolder.Good);
        Assert.Single(ScenarioCatalog.Load(_first.Path, _first.Path + Path.DirectorySeparatorChar).All);
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("A.json")]
    public void Two_files_of_one_id_are_refused_whatever_their_casing(string again)
    {
        string first = _first.Write("a.json", ScenarioFolder.Good);
        string second = _second.Write(again, ScenarioFolder.Good);

        Assert.Equal(
            $"{second}: found the id \"{Path.GetFileNameWithoutExtension(again)}\" a second time (first in {first}); allowed: each id "
                + "once, upper and lower case being the same",
            Assert.Throws<ScenarioException>(() => ScenarioCatalog.Load(_first.Path, _second.Path)).Message);
    }

    [Fact]
    public void One_bad_file_fails_the_load()
    {
        _first.Write("a.json", ScenarioFolder.Good);
        string bad = _first.Write("b.JSON", ScenarioFolder.Good);
        Assert.Equal(bad, Assert.Throws<ScenarioException>(() => ScenarioCatalog.Load(_first.Path)).File);
    }

    [Fact]
    public void An_unknown_id_is_answered_with_the_known_ones()
    {
        _first.Write("a.json", ScenarioFolder.Good);
        _first.Write("b.json", ScenarioFolder.Good);
        var catalog = ScenarioCatalog.Load(_first.Path);
        Assert.Equal(
            $"{_first.Path}: found no scenario \"c\"; allowed: a, b", Assert.Throws<ScenarioException>(() => catalog["c"]).Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        string folder = Path.Combine(_first.Path, "none");
        string message = Assert.Throws<ScenarioException>(() => ScenarioCatalog.Load(folder)).Message;
        Assert.StartsWith($"{folder}: found that it cannot be listed (", message, StringComparison.Ordinal);
        Assert.EndsWith("); allowed: a readable folder", message, StringComparison.Ordinal);
    }
}

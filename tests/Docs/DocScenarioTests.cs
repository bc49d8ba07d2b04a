using System.Text.Json.Nodes;
using Fixtures.ScenarioFiles;
using Tests.ScenarioFiles;

namespace Tests.Docs;

public sealed class DocScenarioTests
{
    private static IReadOnlyList<string> Blocks => [.. new Page("fixtures/README.md").Blocks("json")];

    [Theory]
    [InlineData("README.md")]
    [InlineData("fixtures/README.md")]
    public void The_scenario_on_a_page_is_one(string page)
    {
        using var folder = new ScenarioFolder();
        Assert.Equal("orders", ScenarioFile.Load(folder.Write("orders.json", new Page(page).Blocks("json").First())).Id);
    }

    [Fact]
    public void What_may_stand_in_its_place_may()
    {
        Assert.Equal(5, Blocks.Count);
        foreach (string block in Blocks.Skip(1))
        {
            JsonObject scenario = JsonNode.Parse(Blocks[0])!.AsObject();
            foreach ((string name, JsonNode? part) in JsonNode.Parse($"{{{block}}}")!.AsObject())
                scenario[name] = part!.DeepClone();

            using var folder = new ScenarioFolder();
            Directory.CreateDirectory(Path.Combine(folder.Path, "orders-api"));
            folder.Write("orders-api/any.json", "{}");
            Assert.Equal("orders", ScenarioFile.Load(folder.Write("orders.json", scenario.ToJsonString())).Id);
        }
    }
}

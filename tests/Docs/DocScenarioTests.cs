using Fixtures.Scenarios;
using Tests.Scenarios;

namespace Tests.Docs;

public class DocScenarioTests
{
    [Fact]
    public void The_scenario_in_the_README_is_one()
    {
        string json = Assert.Single(new Page("README.md").Blocks("json"));
        using var folder = new ScenarioFolder();
        Assert.Equal("orders", ScenarioFile.Load(folder.Write("orders.json", json)).Id);
    }
}

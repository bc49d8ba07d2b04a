using BenchGate.Processes;
using Tests.House;

namespace Tests.Docs;

/// <summary>Somebody who follows a recipe of CONTRIBUTING touches the files that it names, and is done.</summary>
public sealed class RecipeTests
{
    public static TheoryData<string> Names => [.. Recipe.All.Select(recipe => recipe.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_each_file_that_its_patch_touches(string name)
    {
        Recipe recipe = Find(name);
        string[] unnamed =
        [
            .. recipe.Touched.Where(file => !recipe.Named.Contains(file) && !recipe.Named.Contains(Path.GetDirectoryName(file))),
        ];
        Assert.NotEmpty(recipe.Touched);
        Assert.Empty(unnamed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_patch_fits_the_source(string name)
    {
        string? fault = await Checkout.WhyNotPatchedAsync(Find(name).Patch);
        Assert.True(fault is null, $"follow the recipe once more, and put its `git diff` into {Find(name).Patch}: {fault}");
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task A_kind_of_latency_is_added_as_the_recipe_says()
    {
        using ScratchFolder copy = await Find("latency").FollowAsync();
        await Recipe.TestAsync(copy, rewrite: false, "Model", "ScenarioFiles", "Docs", "House");
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task A_column_is_added_as_the_recipe_says()
    {
        using ScratchFolder copy = await Find("column").FollowAsync();
        await Recipe.TestAsync(copy, rewrite: true, "Pages");
        foreach (string run in (string[])["standard", "article", "strategies"])
            await Recipe.RunAsync(
                copy, "dotnet", "bench/bin/Release/net10.0/Benchmarks.dll", "report", $"results/published/{run}/run.json");
        await Recipe.RunAsync(copy, "bash", ".ci/readme-table");
        await Recipe.TestAsync(copy, rewrite: false, "Pages", "Summaries", "Terminal", "Docs", "House");
    }

    private static Recipe Find(string name) => Recipe.All.Single(recipe => recipe.Name == name);
}

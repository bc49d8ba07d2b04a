using Results.Pages.Report;
using Results.Records;
using Results.Summaries;
using Tests.Pages;

namespace Tests.Summaries;

public sealed class SectionTests
{
    private static readonly ScenarioRecord s_scenario =
        Samples.Baidu with
        {
            Note = null,
            Parameters = new Dictionary<string, string> { ["requests"] = "200", ["first"] = "1", ["latency"] = "fixed 5 ms" },
        };

    [Theory]
    [InlineData("WhenAll", 200, "Served: requests 200, first 1, latency fixed 5 ms.")]
    [InlineData("Single", 1, "Served: requests 1, latency fixed 5 ms.")]
    public void A_case_that_fetches_one_request_of_its_own_has_neither_the_scenarios_count_nor_its_first_number(
        string method, int requests, string served)
    {
        RunRecord run = Samples.Run(Samples.Case("Baidu", method, requests, 6, 5)) with { Scenarios = [s_scenario] };

        Assert.Equal(served, Assert.Single(Section.Of(run)).Served);
        Assert.Contains($"\n{served}\n\nThese cases have no baseline in this run,", MarkdownReport.Render(run), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_number_of_a_scenario_of_one_request_is_its_own()
    {
        ScenarioRecord one = s_scenario with { Parameters = new Dictionary<string, string> { ["requests"] = "1", ["first"] = "7" } };

        Assert.Equal(
            "Served: requests 1, first 7.",
            Section.Of(Samples.Run(Samples.Case("Baidu", "WhenAll", 1, 6, 5)) with { Scenarios = [one] })[0].Served);
    }

    [Fact]
    public void A_run_that_does_not_describe_its_scenario_says_nothing_of_it() =>
        Assert.Null(Section.Of(Samples.Run(Samples.Case("Baidu", "WhenAll", 200, 6, 5)) with { Scenarios = [] })[0].Served);
}

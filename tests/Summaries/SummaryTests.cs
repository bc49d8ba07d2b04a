using Results.Pages.Report;
using Results.Records;
using Results.Summaries;
using Tests.Pages;

namespace Tests.Summaries;

public class SummaryTests
{
    [Fact]
    public void Figures_have_the_directions_of_their_words()
    {
        CaseSummary fanOut = Of(Samples.Standard(), "PokeApi.WhenAll");
        Assert.Equal(11.2e6, fanOut.MedianNs!.Value, 0);
        Assert.Equal(11.2 / 886, fanOut.Ratio!.Value, 9);
        Assert.Equal(886 / 11.2, fanOut.Speedup!.Value, 9);
        Assert.Equal(5.73 / 11.2, fanOut.Efficiency!.Value, 9);
        Assert.Equal((11.2 / 5.73) - 1, fanOut.Residual!.Value, 9);
        Assert.Equal(4916, fanOut.AllocatedBytesPerRequest);
        Assert.Equal(10 / 1.54, fanOut.ArticleSpeedup!.Value, 9);
        Assert.True(fanOut.Differs);
    }

    [Fact]
    public void A_single_request_is_not_compared_with_150()
    {
        CaseSummary single = Of(Samples.Standard(), "PokeApi.Single");
        Assert.Null(single.Ratio);
        Assert.Null(single.Speedup);
        Assert.NotNull(single.Efficiency);
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void A_timeline_of_few_requests_has_a_longest_response_but_no_99th_percentile(int requests, bool known)
    {
        CaseRecord one = Samples.Case("Baidu", "WhenAll", requests, 6, 5);
        OperationFigures figures = TimelineAnalysis.Figures(SampleRun.Timeline(one, Regimes.Warm));
        Assert.Equal(known, figures.ResponseP99Ms is not null);
        Assert.NotNull(figures.ResponseMaxMs);
    }

    [Fact]
    public void What_failed_is_said_and_is_no_faster()
    {
        RunRecord run = Samples.Standard();
        run =
            run with
            {
                Cases =
                [
                    .. run.Cases.Select(c => c.Case.EndsWith("PokeApi.WhenAll", StringComparison.Ordinal)
                        ? c with { Failures = new Dictionary<string, int> { ["status-503"] = 2, ["stall"] = 1 } }
                        : c),
                ],
            };

        CaseSummary fanOut = Of(run, "PokeApi.WhenAll");
        Assert.Equal((3, "stall 1, status-503 2"), (fanOut.Failed, fanOut.FailedText));
        Assert.Null(fanOut.Speedup);
        Assert.Null(fanOut.Ratio);
        Assert.Contains(
            "3 of 150 requests fail in every operation (stall 1, status-503 2)", Assert.Single(fanOut.Warnings), StringComparison.Ordinal);
        Assert.Contains("when-all (3 failed)", MarkdownReport.Render(run), StringComparison.Ordinal);
        Assert.Contains(",\"stall 1, status-503 2\"", CsvReport.Render(run), StringComparison.Ordinal);
        Assert.Equal(Of(Samples.Standard(), "PokeApi.SequentialAwait").Speedup, Of(run, "PokeApi.SequentialAwait").Speedup);
    }

    [Fact]
    public void Launches_are_pooled_and_regimes_are_not()
    {
        CaseRecord one = Samples.Micro("A", 1, 2);
        IReadOnlyList<CaseSummary> rows =
            Summary.Of(Samples.Run(one, one with { Launch = 2, IterationsNs = [3] }, one with { Regime = "cold pool" }));
        Assert.Equal([(2, 3), (1, 2)], rows.Select(r => (r.Launches, r.Iterations)));
    }

    [Fact]
    public void Other_parameters_classes_and_regimes_have_their_own_baseline()
    {
        CaseRecord baseline = Samples.Micro("A(N: 1)", 10) with { Baseline = true };
        IReadOnlyList<CaseSummary> rows = Summary.Of(Samples.Run(
            baseline,
            Samples.Micro("B(N: 1)", 5),
            Samples.Micro("B(N: 2)", 5),
            Samples.Micro("B(N: 1)", 5) with { Regime = "cold pool" },
            Samples.Micro("B(N: 1)", 5) with { Case = "Benchmarks.Micro.Other.B(N: 1)" }));
        Assert.Equal([1, 2, null, null, null], rows.Select(r => r.Speedup));
    }

    [Fact]
    public void What_is_not_known_is_null_and_never_0()
    {
        CaseSummary row = Summary.Of(Samples.Run(Samples.Micro("A")))[0];
        Assert.Null(row.Requests);
        Assert.All(
            new[]
            {
                row.MeanNs,
                row.MedianNs,
                row.MinNs,
                row.MaxNs,
                row.Ratio,
                row.Speedup,
                row.IdealNs,
                row.Efficiency,
                row.Residual,
                row.AllocatedBytes,
                row.AllocatedBytesPerRequest,
                row.ArticleSeconds,
                row.ArticleSpeedup,
            },
            Assert.Null);
        Assert.Null(row.MeanIntervalNs);
        Assert.Null(row.Differs);
    }

    [Fact]
    public void A_time_of_0_gives_no_infinite_figures()
    {
        IReadOnlyList<CaseSummary> rows = Summary.Of(
            Samples.Run(Samples.Micro("A", 0, 0) with { Baseline = true, BoundNs = 1, PredictedNs = 0 }, Samples.Micro("B", 1, 2)));
        Assert.All(rows, r => Assert.Null(r.Ratio));
        Assert.Null(rows[0].Efficiency);
        Assert.Null(rows[0].Residual);
    }

    [Fact]
    public void Rows_follow_the_plan_whatever_order_they_were_measured_in()
    {
        RunRecord run = Samples.Standard();
        RunRecord shuffled = run with { Cases = [.. run.Cases.Reverse()] };
        Assert.Equal(run.Planned, Summary.Of(shuffled).Select(r => r.Case));
    }

    [Fact]
    public void Missing_cases_are_those_planned_and_not_measured()
    {
        RunRecord run = Samples.Standard();
        Assert.Equal([run.Planned[3]], Summary.Missing(run with { Cases = [.. run.Cases.Where(c => c.Case != run.Planned[3])] }));
    }

    private static CaseSummary Of(RunRecord run, string name) =>
        Summary.Of(run).Single(r => r.Case.EndsWith(name, StringComparison.Ordinal));
}

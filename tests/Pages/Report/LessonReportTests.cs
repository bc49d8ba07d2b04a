using Results.Pages.Report;
using Results.Records;

namespace Tests.Pages.Report;

public sealed class LessonReportTests
{
    private static readonly LessonResult s_result = new(
        new LessonClaim(10, "formula", "a + b", 34_250, 41_100, "ms", Regimes.Cold) { Tolerance = 0.25 },
        new LessonClaim(10, "count", "N", 40, 40, "threads", Regimes.Cold) { Tolerance = 0 },
        new LessonClaim(10, "at-least", "2", 2, 1.5, "", Regimes.Warm) { Relation = Relation.AtLeast },
        new LessonClaim(10, "stuck", "L", 100, null, "ms", Regimes.Cold) { Relation = Relation.AtMost })
    {
        Observations =
        [
            new LessonObservation("once warm", 41.25, "ms", Regimes.Warm),
            new LessonObservation("share", 66, "%", Regimes.Warm) { Interval = new MeasuredInterval(56.28, 74.5) },
        ],
    };

    private static readonly string[] s_rows =
    [
        "formula|cold pool|a + b|34250 ms|41100 ms|+20.0 %|±25.0 %|reproduced",
        "count|cold pool|N|40 threads|40 threads|0.0 %|none|reproduced",
        "at-least|warm pool|2|>= 2|1.50|-25.0 %|-10.0 %|NOT REPRODUCED",
        "stuck|cold pool|L|<= 100 ms|did not finish|-|+10.0 %|NOT REPRODUCED",
        "once warm|warm pool|41.2 ms",
        "share|warm pool|66 % (95 % interval: 56.3 … 74.5)",
    ];

    [Fact]
    public void The_console_has_prediction_measurement_and_residual_side_by_side()
    {
        using var comma = new CommaDecimalCulture();
        using var output = new StringWriter();
        LessonReport.Write(s_result, output, terminal: false);

        string[] lines =
        [
            .. output
                .ToString()
                .Split('\n')
                .Select(line => string.Join('|', line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))),
        ];
        Assert.All(s_rows, row => Assert.Contains(row, lines));
    }

    [Fact]
    public void The_page_has_the_same_rows()
    {
        using var comma = new CommaDecimalCulture();
        string[] lines =
        [
            .. LessonReport.Markdown(s_result).Replace("\\", "", StringComparison.Ordinal).Replace("–", "-", StringComparison.Ordinal)
                .Split('\n').Select(line => line.Trim('|', ' ').Replace(" | ", "|", StringComparison.Ordinal)),
        ];
        Assert.All(s_rows, row => Assert.Contains(row, lines));
    }
}

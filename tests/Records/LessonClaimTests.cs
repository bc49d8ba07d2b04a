using Results.Pages.Report;
using Results.Records;

namespace Tests.Records;

public sealed class LessonClaimTests
{
    [Theory]
    [InlineData(Relation.Equal, 109.0, true, false)]
    [InlineData(Relation.Equal, 91.0, true, false)]
    [InlineData(Relation.Equal, 112.0, false, false)]
    [InlineData(Relation.Equal, 131.0, false, true)]
    [InlineData(Relation.Equal, 69.0, false, true)]
    [InlineData(Relation.AtMost, 1.0, true, false)]
    [InlineData(Relation.AtMost, 112.0, false, false)]
    [InlineData(Relation.AtMost, 131.0, false, true)]
    [InlineData(Relation.AtLeast, 1000.0, true, false)]
    [InlineData(Relation.AtLeast, 88.0, false, false)]
    [InlineData(Relation.AtLeast, 69.0, false, true)]
    [InlineData(Relation.Equal, null, false, true)]
    [InlineData(Relation.AtMost, null, false, true)]
    public void A_claim_is_reproduced_within_one_tolerance_and_refuted_beyond_three(
        Relation relation, double? measured, bool ok, bool refuted)
    {
        LessonClaim claim = Claim(1, measured) with { Relation = relation };

        Assert.Equal((ok, refuted), (claim.Ok, claim.Misses(3)));
    }

    [Fact]
    public void What_is_counted_is_right_or_wrong()
    {
        LessonClaim claim = Claim(1, 100) with { Tolerance = 0 };

        Assert.True(claim.Ok);
        Assert.True((claim with { Measured = 101 }).Misses(3));
    }

    [Fact]
    public void The_median_residual_takes_the_worst_of_each_lesson_and_neither_counts_nor_bounds()
    {
        LessonClaim[] claims =
        [
            Claim(1, 101), Claim(1, 96),
            Claim(2, 102), Claim(2, 900) with { Relation = Relation.AtLeast },
            Claim(3, 109), Claim(3, 100) with { Tolerance = 0 },
            Claim(4, 100) with { Tolerance = 0 },
        ];

        Assert.Equal(0.04, LessonReport.MedianResidual(claims)!.Value, 6);
        Assert.Null(LessonReport.MedianResidual([claims[^1]]));
    }

    private static LessonClaim Claim(int lesson, double? measured) => new(lesson, "a", "x", 100, measured, "ms", Regimes.Warm);
}

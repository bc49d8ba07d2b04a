using Benchmarks.Lessons;
using Results.Records;
using Tests.Checks;

namespace Tests.Lessons;

/// <summary>A claim that cannot fail says nothing: each lesson measures something that does not do what it says, and must notice.</summary>
[Collection(Alone.Name)]
public sealed class CanFailTests
{
    public static TheoryData<int> Numbers => [.. LessonCatalog.All.Select(lesson => lesson.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Every_claim_is_refuted_where_it_is_wrong(int number)
    {
        ILesson lesson = LessonCatalog.Find(number);
        LessonResult right = await lesson.MeasureAsync(LessonRun.Quick);
        LessonResult wrong = await lesson.MeasureWrongAsync(LessonRun.Quick);

        Assert.NotEmpty(right.Claims);
        Assert.Equal(right.Claims.Select(claim => claim.Claim), wrong.Claims.Select(claim => claim.Claim));
        Assert.All(right.Claims.Concat(wrong.Claims), claim => Assert.Equal(number, claim.Lesson));
        Assert.All(right.Claims, claim => Assert.InRange(claim.Tolerance, 0, number is 10 or 13 ? 0.25 : 0.1));
        Assert.All(wrong.Claims, claim => Assert.True(claim.Misses(3), claim.ToString()));
        // What is counted does not depend on the machine's speed; so it must be right here, too.
        Assert.All(right.Claims.Where(claim => claim.Tolerance == 0), claim => Assert.True(claim.Ok, claim.ToString()));
    }
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Benchmarks.Lessons;
using Results.Records;
using Tests.Instrument.Checks;

namespace Tests.Lessons;

/// <summary>A claim that cannot fail says nothing: each lesson measures something that does not do what it says, and must notice.</summary>
[Collection(Alone.Name)]
public sealed partial class MeasuredLessonTests
{
    // That a claim can fail is shown by once. A short measurement on a busy machine may hit anything, even what was predicted.
    private const int Tries = 5;

    private static readonly ConcurrentDictionary<int, Task<LessonResult>> s_right = [];

    public static TheoryData<int> Numbers => [.. LessonCatalog.All.Select(lesson => lesson.Number)];

    [Theory]
    [Trait("Length", "Long")]
    [MemberData(nameof(Numbers))]
    public async Task Every_claim_is_refuted_where_it_is_wrong(int number)
    {
        int tries = 0;
        LessonResult right = await RightAsync(number);
        List<LessonClaim> standing = [.. right.Claims];
        LessonResult wrong;
        do
        {
            wrong = await LessonCatalog.Find(number).MeasureWrongAsync(LessonRun.Quick);
            standing.RemoveAll(claim => wrong.Claims.Any(other => other.Claim == claim.Claim && other.Misses(3)));
        }
        while (standing.Count > 0 && ++tries < Tries);

        Assert.NotEmpty(right.Claims);
        Assert.Equal(right.Claims.Select(claim => claim.Claim), wrong.Claims.Select(claim => claim.Claim));
        Assert.All(right.Claims.Concat(wrong.Claims), claim => Assert.Equal(number, claim.Lesson));
        Assert.All(right.Claims, claim => Assert.InRange(claim.Tolerance, 0, number is 13 ? 0.25 : 0.1));
        Assert.True(
            standing.Count == 0,
            $"never missed by three tolerances: {string.Join(", ", standing.Select(claim => claim.Claim))}; "
                + $"lastly {string.Join(", ", wrong.Claims)}");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task What_is_counted_is_right_on_any_machine(int number)
    {
        LessonResult right = await RightAsync(number);
        // Some count answers that came in time: a machine that stands still for a moment makes one late. What is wrong is wrong every time.
        for (int tries = 1; tries < Tries && right.Claims.Any(claim => claim is { Tolerance: 0, Ok: false }); tries++)
            right = await LessonCatalog.Find(number).MeasureAsync(LessonRun.Quick);
        Assert.All(right.Claims.Where(claim => claim.Tolerance == 0), claim => Assert.True(claim.Ok, claim.ToString()));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task The_figures_on_its_page_are_those_of_its_claims(int number)
    {
        string measured =
            Figures().Match(await File.ReadAllTextAsync(LessonPage.FileOf(LessonCatalog.Find(number)))).Groups["figures"].Value;
        Assert.Contains($"Made by `./run-bench.sh lessons {number} --write`", measured, StringComparison.Ordinal);

        string[] rows = [.. Row().Matches(measured).Select(row => row.Groups["claim"].Value)];
        Assert.Equal((await RightAsync(number)).Claims.Select(claim => claim.Claim), rows);
    }

    /// <summary>Measured once for all tests; they do not run side by side.</summary>
    private static Task<LessonResult> RightAsync(int number) =>
        s_right.GetOrAdd(number, n => LessonCatalog.Find(n).MeasureAsync(LessonRun.Quick));

    [GeneratedRegex(
        "<!-- measured -->\n(?<figures>.*?)<!-- end of measured -->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(
        @"^\| (?<claim>[a-z0-9-]+) \|.*(reproduced|REPRODUCED) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}

using Benchmarks.Fetching;
using Fixtures.Model;
using Tests.Server;

namespace Tests.Fetching;

public sealed class FetchDigestTests
{
    [Fact]
    public void Its_text_can_be_read_back()
    {
        var digest = new FetchDigest(15, 31643, "b5f5");

        Assert.Equal(digest, FetchDigest.Parse(digest.ToString()));
        Assert.All((string?[])[null, "", "15 replies", "many replies, 1 bytes, ab"], text => Assert.Null(FetchDigest.Parse(text)));
    }

    [Fact]
    public void What_failed_is_part_of_it_and_of_its_text()
    {
        var digest = FetchDigest.Of(
            [
                s_results[0],
                new(1, 0, 1, 0, null) { Failure = FetchFailure.Stall },
                new(2, 503, 1, 0, null) { Failure = FetchFailure.Status },
                new(3, 503, 1, 0, null) { Failure = FetchFailure.Status },
            ]);

        Assert.Equal("stall 1, status-503 2", digest.Failed);
        Assert.Equal(digest, FetchDigest.Parse(digest.ToString()));
        Assert.Equal(2, FailureCount.Parse(digest.Failed)!["status-503"]);
        Assert.Null(FailureCount.Parse(s_digest.Failed));
        Assert.NotEqual(
            FetchDigest.Of([s_results[0] with { Failure = FetchFailure.SlowDrip }]).Hash,
            FetchDigest.Of([s_results[0] with { Failure = FetchFailure.Stall }]).Hash);
    }

    private static readonly FetchResult[] s_results = [new(0, 200, 1, 10, "a"), new(1, 200, 1, 20, "b"), new(2, 404, 1, 0, null)];
    private static readonly FetchDigest s_digest = FetchDigest.Of(s_results);

    [Fact]
    public void It_counts_and_adds_up()
    {
        Assert.Equal((3, 30L), (s_digest.Count, s_digest.Bytes));
        Assert.Matches("^[0-9a-f]{64}$", s_digest.Hash);
    }

    [Fact]
    public void The_thread_that_read_a_body_is_not_in_it() =>
        Assert.Equal(s_digest, FetchDigest.Of([.. s_results.Select(result => result with { ThreadId = 99 })]));

    [Fact]
    public void Everything_else_is()
    {
        FetchResult[][] others =
        [
            [],
            s_results[..2],
            [s_results[1], s_results[0], s_results[2]],
            [s_results[0] with { Name = "A" }, .. s_results[1..]],
            [s_results[0] with { Name = null }, .. s_results[1..]],
            [s_results[0] with { Status = 201 }, .. s_results[1..]],
            [s_results[0] with { Index = 5 }, .. s_results[1..]],
            [s_results[0] with { Bytes = 11 }, .. s_results[1..]],
        ];
        Assert.All(others, other => Assert.NotEqual(s_digest, FetchDigest.Of(other)));
    }

    [Fact]
    public void What_is_expected_follows_from_the_scenario_alone()
    {
        Scenario home = Served.Items(3) with { Requests = new RequestPlan("/", 1, 3), Payload = new HtmlPayload(2_381) };
        FetchResult page = new(0, 200, 0, 2_381, null);

        Assert.Equal(FetchDigest.Of([page, page with { Index = 1 }]), ExpectedResults.Digest(home, [1, 2]));
        Assert.Equal(
            FetchDigest.Of([new(0, 200, 0, 200, "item-4"), new(1, 200, 0, 200, "item-2")]),
            ExpectedResults.Digest(Served.Items(5), [4, 2]));
    }
}

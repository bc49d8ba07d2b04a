namespace Tests.PullRequests;

/// <summary>gate/comment.sh: one comment on a pull request, written once and then updated.</summary>
public sealed class CommentScriptTests
{
    private const string List = "list repos/someone/project/issues/7/comments token";
    private const string Create = "create repos/someone/project/issues/7/comments token";
    private const string Own = """{ "id": 42, "user": { "login": "github-actions[bot]" }, "body": "<!-- bench-gate -->\nold" }""";
    private const string Another = """{ "id": 40, "user": { "login": "github-actions[bot]" }, "body": "of <!-- bench-gate -->" }""";
    private const string Imitated = """{ "id": 41, "user": { "login": "someone" }, "body": "<!-- bench-gate -->\nIdentical" }""";

    private static readonly string[] s_page = ["<!-- bench-gate -->", "**Regression: \"a\" & `b`**", "@someone"];

    [Theory]
    [InlineData("[]")]
    [InlineData($"[{Another}, {Imitated}]")]
    public async Task It_creates_the_comment_if_there_is_none_of_its_own(string comments)
    {
        using var github = new FakeGitHub { Comments = comments };
        Assert.Equal("", await CommentAsync(github));
        Assert.Equal([List, Create], github.Calls);
        Assert.Equal(s_page, github.Body);
    }

    [Fact]
    public async Task It_updates_its_own()
    {
        string later = Own.Replace("42", "43", StringComparison.Ordinal);
        using var github = new FakeGitHub { Comments = $"[{Another}, {Imitated}, {Own}, {later}]" };
        Assert.Equal("", await CommentAsync(github));
        Assert.Equal([List, "update repos/someone/project/issues/comments/42 token"], github.Calls);
        Assert.Equal(s_page, github.Body);
    }

    [Theory]
    [InlineData("create", "[]", 2)]
    [InlineData("update", $"[{Own}]", 2)]
    [InlineData("list create update", "[]", 1)]
    public async Task Without_permission_it_writes_nothing_and_says_so(string refused, string comments, int calls)
    {
        using var github = new FakeGitHub { Comments = comments, Refused = refused };
        Assert.Equal(
            "::notice title=bench-gate::No comment was written: gh: Resource not accessible by integration (HTTP 403). "
                + "The step summary shows the same page.\n",
            await CommentAsync(github));
        Assert.Equal(calls, github.Calls.Count);
        Assert.Empty(github.Body);
    }

    [Fact]
    public async Task It_asks_nothing_if_the_gate_has_no_verdict()
    {
        using var github = new FakeGitHub();
        Assert.Contains("the gate has no verdict", await github.CommentAsync(github.File("no such page")), StringComparison.Ordinal);
        Assert.Empty(github.Calls);
    }

    [Fact]
    public async Task It_asks_nothing_if_there_is_no_pull_request()
    {
        using var github = new FakeGitHub { PullRequest = "" };
        Assert.Equal("", await CommentAsync(github));
        Assert.Empty(github.Calls);
    }

    private static async Task<string> CommentAsync(FakeGitHub github)
    {
        string page = github.File("gate comment.md");
        await File.WriteAllLinesAsync(page, s_page);
        return await github.CommentAsync(page);
    }
}

using Results.History;
using Results.Records;

namespace Tests.History;

public class RetiredIdsTests
{
    private static readonly string[] s_head = ["# Renamed", "", "| old id | new id | since commit | why |", "| --- | --- | --- | --- |"];

    [Fact]
    public void Renamed_and_ended_ids_are_read()
    {
        IReadOnlyDictionary<string, string> retired =
            RetiredIds.Parse([.. s_head, "| `A.B` | A.C | 0123 | clearer |", "| A.D |  | 0124 | ended |"], "HISTORY.md");
        Assert.Equal([new("A.B", "A.C"), new("A.D", "")], retired);
    }

    [Fact]
    public void A_chain_of_renames_leads_to_the_name_of_now_and_a_circle_ends()
    {
        Assert.Equal("C", RetiredIds.NameNow("A", new Dictionary<string, string> { ["A"] = "B", ["B"] = "C" }));
        Assert.Contains(RetiredIds.NameNow("A", new Dictionary<string, string> { ["A"] = "B", ["B"] = "A" }), (string[])["A", "B"]);
        Assert.Equal("A", RetiredIds.NameNow("A", new Dictionary<string, string> { ["A"] = "" }));
    }

    [Theory]
    [InlineData("| A | B | c |", "line 5: must be a row of")]
    [InlineData("|  | B | c | d |", "line 5: must be a row of")]
    public void A_crippled_row_is_told(string row, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<RecordException>(() => RetiredIds.Parse([.. s_head, row], "HISTORY.md")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_id_that_is_retired_twice_is_told() =>
        Assert.Contains(
            "line 6: A is in the table twice",
            Assert.Throws<RecordException>(
                () => RetiredIds.Parse([.. s_head, "| A | B | c | d |", "| A |  | c | d |"], "HISTORY.md")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_page_of_this_repository_can_be_read() =>
        Assert.NotNull(RetiredIds.Read(Path.Combine(House.Checkout.Root, "results", "HISTORY.md")));

    [Fact]
    public void A_page_that_is_not_there_retires_nothing() =>
        Assert.Empty(RetiredIds.Read(Path.Combine(House.Checkout.Root, "results", "none.md")));
}

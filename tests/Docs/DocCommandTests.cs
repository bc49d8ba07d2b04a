namespace Tests.Docs;

public class DocCommandTests
{
    public static TheoryData<string, string> Lines()
    {
        var lines = new TheoryData<string, string>();
        foreach (Page page in Page.WithCommands)
        {
            foreach (string line in page.CommandLines().Distinct().Where(line => !line.Contains(" NAME", StringComparison.Ordinal)))
                lines.Add(page.File, line);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_a_page_tells_to_type_is_understood(string page, string line)
    {
        string? fault = TypedCommand.Fault(line);
        Assert.True(fault is null, $"{page}: {line}: {fault}");
    }

    [Theory]
    [InlineData("./run-bench.sh nonsense")]
    [InlineData("./run-bench.sh --profile nonsense")]
    [InlineData("./run-bench.sh run --scenario nonsense")]
    [InlineData("./run-bench.sh run --scenario pokeapi --strategies nonsense")]
    [InlineData("./run-bench.sh --nonsense")]
    [InlineData("./run-bench.sh --filter '*' --job nonsense")]
    [InlineData("./run-bench.sh serve")]
    [InlineData("cd bench && dotnet run -c Release -- measure --iterations -1")]
    [InlineData(".ci/nonsense")]
    [InlineData("./run-bench.sh pack nonsense")]
    [InlineData("bench-gate --project src/My.Benchmarks")]
    [InlineData("bench-gate --base main --nonsense")]
    [InlineData("bench-gate --base main --threshold 5")]
    [InlineData("dotnet tool install bench-gate")]
    [InlineData("make")]
    public void A_command_that_would_fail_is_found(string line) => Assert.NotNull(TypedCommand.Fault(line));

    [Fact]
    public void A_server_and_the_run_that_measures_it_have_the_same_profile()
    {
        string[] profiles =
        [
            .. new Page("fixtures/README.md")
                .CommandLines()
                .Where(line => line.Contains(":5151", StringComparison.Ordinal))
                .Select(ProfileOf),
        ];
        Assert.Equal(["standard", "standard"], profiles);
    }

    private static string ProfileOf(string line) => line.Split("--profile ")[1].Split(' ')[0];

    [Fact]
    public void The_README_names_both_commands_first()
    {
        string[] lines = [.. new Page("README.md").CommandLines()];
        Assert.Equal(["./run-bench.sh", "./run-bench.sh test"], lines[..2]);
    }
}

using System.Text.RegularExpressions;
using BenchGate.Cli;
using Tests.Docs;
using Tests.House;

namespace Tests.PullRequests;

/// <summary>gate/action.yml, the action for GitHub's workflows.</summary>
public sealed partial class ActionFileTests
{
    private static readonly string s_action = Checkout.Text("gate/action.yml");

    private static readonly string s_inputs = s_action.Split("\noutputs:")[0];

    private static string[] Declared => [.. Declaration().Matches(s_inputs).Select(match => match.Groups["name"].Value)];

    [Fact]
    public void Each_input_is_used_and_explained()
    {
        Assert.Equal(["project", "base", "filter", "args", "feed", "comment"], Declared);
        Assert.Equal(
            Declared.Order(StringComparer.Ordinal),
            Use().Matches(s_action).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Declared, name => Assert.Contains($"| `{name}` |", Checkout.Text("gate/README.md"), StringComparison.Ordinal));
    }

    // A text of a pull request, such as a branch's name, would run as a command there.
    [Fact]
    public void No_input_stands_in_the_text_of_a_script() =>
        Assert.All(
            s_action.Split('\n').Where(line => Use().IsMatch(line)),
            line => Assert.Matches("^( +env: |    - if: )", line));

    [Fact]
    public void It_types_options_that_the_program_has()
    {
        string line = s_action.Split('\n').Single(line => line.Contains("bench-gate\" --project", StringComparison.Ordinal));
        string[] typed = [.. Option().Matches(line + " --filter").Select(match => match.Value)];
        Assert.Equal(["--project", "--base", "--output", "--filter"], typed);
        Assert.Contains("--filter \"${patterns[@]}\"", s_action, StringComparison.Ordinal);
        Assert.All(typed, name => Assert.Contains(CompareCommand.Create().Options, option => option.Name == name));
    }

    [Fact]
    public void The_workflow_of_the_page_gives_what_is_required()
    {
        string workflow = new Page("gate/README.md").Blocks("yaml").Single();
        string[] given = [.. workflow.Split("/gate@")[1].Split('\n').Skip(2).Select(line => line.Trim().Split(':')[0])];
        Assert.All(
            Declaration().Matches(s_inputs).Where(match => match.Value.Contains("required: true", StringComparison.Ordinal)),
            match => Assert.Contains(match.Groups["name"].Value, given));
        Assert.All(given.Where(name => name.Length > 0), name => Assert.Contains(name, Declared));
    }

    [GeneratedRegex(@"^  (?<name>\w+): \{ description: .*\}$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\binputs\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();

    [GeneratedRegex("--[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Option();
}

using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using BenchGate.Cli;
using BenchGate.Errors;
using Results.History;
using Tests.House;

namespace Tests.Docs;

/// <summary>What gate/README.md says about the program.</summary>
public sealed partial class GateOptionTests
{
    private static readonly string s_page = Checkout.Text("gate/README.md");

    [Fact]
    public void The_page_explains_each_option_with_its_default()
    {
        var rows = Row().Matches(s_page)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["usual"].Value, StringComparer.Ordinal);
        Option[] options =
            [.. CompareCommand.Create().Options.Where(option => option is not (HelpOption or VersionOption))];

        Assert.Equal(options.Select(option => option.Name).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            options.Where(option => option.HasDefaultValue && option.ValueType != typeof(bool) && option.Name != "--project"),
            option => Assert.Equal(Convert.ToString(option.GetDefaultValue(), Invariant), rows[option.Name]));
        Assert.Equal(options.Where(option => option.Required).Select(option => option.Name), rows.Keys.Where(Required));

        bool Required(string name) => rows[name] == "required";
    }

    [Fact]
    public void The_page_has_each_exit_code() => Assert.All(
        (int[])[ExitCodes.Ok, ExitCodes.Failed, ExitCodes.Usage, ExitCodes.NotComparable, ExitCodes.Bug],
        code => Assert.Contains($"\n| {code} |", s_page, StringComparison.Ordinal));

    [Fact]
    public void The_table_of_renames_is_one()
    {
        string[] table = new Page("gate/README.md").Blocks("markdown").Single().Split('\n');
        IReadOnlyDictionary<string, string> renames = RetiredIds.Parse(table, "the page");
        Assert.Equal("My.ParserBenchmarks.ParseText", renames["My.ParserBenchmarks.Parse"]);
        Assert.Equal("", renames["My.ParserBenchmarks.Old(Length: 10)"]);
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    [GeneratedRegex(@"^\| `(?<name>--[a-z-]+)`.* \| (?<usual>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}

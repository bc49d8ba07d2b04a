using System.CommandLine;
using System.Globalization;
using BenchGate.Measuring;
using Results.Gate;

namespace BenchGate.Cli;

/// <summary>The options that say how many pairs are measured and what counts as a change, and their values.</summary>
/// <param name="budget">The default time for the launches, such as 10m.</param>
internal sealed class PairOptions(string budget)
{
    public Option<int> Pairs { get; } =
        Count("--pairs", 20, "Most pairs of launches, one of each side; the gate stops earlier if the result is clear");

    public Option<string> Budget { get; } = Checked(
        "--budget",
        budget,
        text => TypedDuration.TryParse(text, out _),
        "such as 90s, 10m or 1h",
        "Time for the launches; if it is too short, the gate measures fewer pairs and prints which change they can show");

    public Option<int?> Seed { get; } = SeedOption();

    public Option<string> Threshold { get; } = Checked(
        "--threshold",
        "5%",
        text => Share(text) is not null,
        "a percentage above 0 and below 100, such as 5%",
        "Smallest change of time that counts");

    public Option<bool> Strict { get; } = new("--strict") { Description = "Also fail if a case is Inconclusive" };

    /// <summary>Those that say how it is measured.</summary>
    public IEnumerable<Option> OfMeasuring => [Pairs, Budget, Seed];

    /// <summary>Those that say what counts as a change.</summary>
    public IEnumerable<Option> OfRules => [Threshold, Strict];

    public PairPlan Plan(ParseResult parsed, GateRules rules)
    {
        _ = TypedDuration.TryParse(parsed.GetRequiredValue(Budget), out TimeSpan time);
        return new(parsed.GetValue(Pairs), time, parsed.GetValue(Seed) ?? NewSeed.Draw(), rules);
    }

    /// <param name="usual">The rules that no option changes.</param>
    public GateRules Rules(ParseResult parsed, GateRules usual) => usual with
    {
        Threshold = Share(parsed.GetRequiredValue(Threshold))!.Value,
        Strict = parsed.GetValue(Strict),
    };

    /// <summary>An option for a number of at least 1.</summary>
    public static Option<int> Count(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        WholeNumber.Require(option, 1, 10_000);
        return option;
    }

    private static Option<int?> SeedOption()
    {
        var option = new Option<int?>("--seed")
        {
            Description = "Seed of the random order of the two sides; default: a new one each time. gate-run.json keeps it",
        };
        WholeNumber.Require(option, 0, int.MaxValue);
        return option;
    }

    private static Option<string> Checked(string name, string usual, Func<string, bool> good, string allowed, string description)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !good(result.Tokens[0].Value))
                result.AddError($"{name} is '{result.Tokens[0].Value}'; allowed is {allowed}.");
        });
        return option;
    }

    private static double? Share(string text) =>
        text.EndsWith('%')
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent)
            && percent is > 0 and < 100
            ? percent / 100
            : null;
}

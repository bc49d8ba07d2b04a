using System.CommandLine;
using System.Globalization;
using BenchGate.Cli;
using BenchGate.Measuring;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Gate;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>The options of <c>gate</c> for measuring, and their values.</summary>
internal sealed class GateOptions
{
    public Option<string> Base { get; } = new("--base")
    {
        Description = "Compare the working tree, with uncommitted files, with this commit, tag or branch: builds both, measures in turns",
    };

    public Option<string[]> Cases { get; } = new("--cases")
    {
        Description = "Patterns of full benchmark names, with * and ?; default: the articles' cases and the gate's micro-benchmarks",
    };

    public ScenarioOptions Chosen { get; } = new();

    public Option<string> Profile { get; } = ProfileOption.Create(Measurement.Profile.Gate, "Scale of the work");

    public Option<string> Server { get; } = ServerOption.Create();

    public Option<int> Pairs { get; } =
        Count("--pairs", 20, "Most pairs of launches, one of each side; the gate stops earlier if the result is clear");

    public Option<string> Budget { get; } = Checked(
        "--budget",
        "10m",
        text => TypedDuration.TryParse(text, out _),
        "such as 90s, 10m or 1h",
        "Time for the launches; if it is too short, the gate measures fewer pairs and prints which change they can show");

    public Option<int> Iterations { get; } = Count("--iterations", 5, "Measured operations of each case in a launch");

    public Option<int?> Seed { get; } = SeedOption();

    public Option<string> Threshold { get; } = Checked(
        "--threshold",
        "5%",
        text => Share(text) is not null,
        "a percentage above 0 and below 100, such as 5%",
        "Smallest change of time that counts");

    public Option<bool> Strict { get; } = new("--strict") { Description = "Also fail if a case is Inconclusive" };

    public Option<string> Output { get; } = new("--output")
    {
        Description = "Folder for gate-run.json, gate.md, gate.json and the files for CI; default: artifacts/gate of the checkout, and "
            + "gate.json also beside the judged run, for its page",
    };

    /// <summary>The options that say how base and head are measured.</summary>
    public IEnumerable<Option> OfMeasuring =>
        [Cases, Chosen.Scenario, Chosen.Strategies, Chosen.Bounds, Profile, Server, Pairs, Budget, Iterations, Seed];

    public IEnumerable<Option> All => [Base, .. OfMeasuring, Threshold, Strict, Output];

    public GatePlan Plan(ParseResult parsed)
    {
        SuiteSettings settings = Chosen.Into(
            new SuiteSettings { Profile = ProfileOption.Of(parsed, Profile), Server = ServerOption.Of(parsed, Server) }, parsed);
        _ = TypedDuration.TryParse(parsed.GetRequiredValue(Budget), out TimeSpan budget);
        return new GatePlan(
            settings,
            parsed.GetValue(Cases) ?? [],
            parsed.GetValue(Pairs),
            budget,
            parsed.GetValue(Iterations),
            parsed.GetValue(Seed) ?? NewSeed.Draw())
        {
            Rules = Rules(parsed),
        };
    }

    /// <exception cref="RecordException">results/HISTORY.md cannot be read.</exception>
    public GateRules Rules(ParseResult parsed) => new()
    {
        Threshold = Share(parsed.GetRequiredValue(Threshold))!.Value,
        Strict = parsed.GetValue(Strict),
        Retired = RenamedCases.Read(),
    };

    public string Folder(ParseResult parsed) =>
        TypedPath.Folder("--output", parsed.GetValue(Output), Path.Combine(CheckoutFolder.Root, "artifacts", "gate"));

    private static Option<int> Count(string name, int usual, string description)
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

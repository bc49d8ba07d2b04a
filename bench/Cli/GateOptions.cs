using System.CommandLine;
using BenchGate.Cli;
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

    public PairOptions Pairs { get; } = new(budget: "10m");

    public Option<int> Iterations { get; } = PairOptions.Count("--iterations", 5, "Measured operations of each case in a launch");

    public Option<bool> MeasureIdentical { get; } = MeasureIdenticalOption.Create();

    public Option<string> Output { get; } = new("--output")
    {
        Description = "Folder for gate-run.json, gate.md, gate.json and the files for CI; default: artifacts/gate of the checkout, and "
            + "gate.json also beside the judged run, for its page",
    };

    /// <summary>The options that say how base and head are measured.</summary>
    public IEnumerable<Option> OfMeasuring =>
    [
        Cases, Chosen.Scenario, Chosen.Strategies, Chosen.Bounds, Profile, Server, .. Pairs.OfMeasuring, Iterations, MeasureIdentical,
    ];

    public IEnumerable<Option> All => [Base, .. OfMeasuring, .. Pairs.OfRules, Output];

    public GatePlan Plan(ParseResult parsed)
    {
        SuiteSettings settings = Chosen.Into(
            new SuiteSettings { Profile = ProfileOption.Of(parsed, Profile), Server = ServerOption.Of(parsed, Server) }, parsed);
        return new GatePlan(
            settings, parsed.GetValue(Cases) ?? [], Pairs.Plan(parsed, Rules(parsed)), parsed.GetValue(Iterations))
        {
            MeasureIdentical = parsed.GetValue(MeasureIdentical),
        };
    }

    /// <exception cref="RecordException">results/HISTORY.md cannot be read.</exception>
    public GateRules Rules(ParseResult parsed) => Pairs.Rules(parsed, new GateRules { Retired = RenamedCases.Read() });

    public string Folder(ParseResult parsed) =>
        TypedPath.Folder("--output", parsed.GetValue(Output), Path.Combine(CheckoutFolder.Root, "artifacts", "gate"));
}

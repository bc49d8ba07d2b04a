using System.CommandLine;
using BenchGate.Builds;
using BenchGate.Processes;
using BenchGate.Projects;
using Results.Gate;

namespace BenchGate.Cli;

/// <summary>The command itself: compares the benchmarks of a work tree with those of a commit.</summary>
internal sealed class CompareCommand
{
    private readonly Option<string> _project = new("--project")
    {
        Description = "The project of the benchmarks: its file, or a folder with one",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string> _base = new("--base")
    {
        Description = "Compare the work tree, with uncommitted files, with this commit, tag or branch",
        Required = true,
    };

    private readonly Option<string[]> _filter = new("--filter")
    {
        Description = "Patterns of full benchmark names, as BenchmarkDotNet has them, such as '*Parser*'; default: all benchmarks",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _framework = new("--framework", "-f")
    {
        Description = "The target framework, such as net10.0, for a project that has several",
    };

    private readonly Option<string> _renames = new("--renames")
    {
        Description = "A markdown table of benchmarks that were renamed or removed: old id, new id, since commit, why",
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "Folder for the results; default: BenchmarkDotNet.Artifacts/bench-gate",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with an interrupted gate of the same builds" };

    private readonly Option<bool> _identical = MeasureIdenticalOption.Create();

    private readonly PairOptions _pairs = new(budget: "15m");

    public static RootCommand Create()
    {
        var command = new CompareCommand();
        foreach (Option text in (Option[])[command._base, command._filter, command._framework])
            NoEmptyText.Require(text);
        var root = new RootCommand("Finds out whether the benchmarks of a project became slower: builds the work tree and its base, "
            + "measures them in turns, and decides. Exit code 0 if no regression was shown, 1 for a regression, a missing benchmark or a "
            + "head that does not build or run, 2 if the input cannot be used and nothing was measured, 3 if nothing can be compared, "
            + "70 for a bug of this tool, 128 + the signal if it was interrupted.");
        foreach (Option option in command.All)
            root.Add(option);
        root.SetAction(command.RunAsync);
        root.Add(GuardCommand.Create());
        return root;
    }

    private IEnumerable<Option> All =>
        [_project, _base, _filter, _framework, .. _pairs.OfMeasuring, .. _pairs.OfRules, _renames, _output, _resume, _identical];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        string folder = TypedPath.Folder(
            "--output", parsed.GetValue(_output), Path.Combine("BenchmarkDotNet.Artifacts", "bench-gate"));
        string? renames = parsed.GetValue(_renames);
        GateRules rules = _pairs.Rules(parsed, new GateRules
        {
            ExactAllocations = true,
            Retired = TypedRenames.Read("--renames", renames),
            RenamesFile = renames ?? "the file of --renames",
        });
        var request = new GateRequest(
            TypedPath.Of("--project", parsed.GetValue(_project), "."),
            parsed.GetRequiredValue(_base),
            parsed.GetValue(_filter) ?? [],
            parsed.GetValue(_framework),
            _pairs.Plan(parsed, rules),
            folder)
        {
            MeasureIdentical = parsed.GetValue(_identical),
            Resume = parsed.GetValue(_resume),
        };
        DotnetFailure.RequireCommand();
        using var guard = OrphanGuard.Begin();
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        GateDecision decision = await new ProjectGate(request, output).RunAsync(stop);
        return GateAnswer.Finish(decision, folder, judged: null, output, error);
    }
}

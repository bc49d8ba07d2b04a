using BenchGate.Errors;
using BenchGate.Processes;
using Tests.Cli;
using Tests.House;
using Tests.Measurement;

namespace Tests.Docs;

/// <summary>
/// Each command of README.md is run: by a step of <c>.ci/run</c>, or here, in a form that takes seconds and writes into a scratch folder.
/// </summary>
[Collection(ProcessStateScope.Collection)]
public sealed class ReadmeCommandTests : IDisposable
{
    private const string Smoke = "--profile smoke --hosting in-process --inProcess --output OUT";

    private static readonly Dictionary<string, string> s_short = new(StringComparer.Ordinal)
    {
        ["./run-bench.sh"] = Smoke + " --filter *Single*",
        ["./run-bench.sh --profile article"] = Smoke + " --filter *PokeApi*.WhenAll",
        ["./run-bench.sh run --scenario pokeapi"] = "run --scenario pokeapi --strategies when-all " + Smoke,
        ["./run-bench.sh run --scenario pokeapi --strategies semaphore-slim --bounds 5..500"] =
            "run --scenario pokeapi --strategies semaphore-slim --bounds 5,15,50 " + Smoke,
        ["./run-bench.sh report results/latest/run.json"] = "report OUT/latest/run.json",
        ["./run-bench.sh demo"] = "demo",
        ["./run-bench.sh lessons"] = "lessons",
        ["./run-bench.sh gate --reference results/published/standard"] =
            "gate --reference ROOT/results/published/standard --run OUT/article.json --output OUT/gate",
        ["./run-bench.sh history add"] = "history add OUT/latest/run.json --history OUT/history",
    };

    /// <summary>By what begins a line of checks.sh.</summary>
    private static readonly Dictionary<string, string> s_steps = new(StringComparer.Ordinal)
    {
        ["./run-bench.sh test"] = "counted_step 'tests, but for the long ones' ./run-bench.sh test",
        ["./run-bench.sh lessons 4"] = "step 'lesson 1' check_lessons",
        ["./run-bench.sh lessons --check"] = "step 'lesson 1' check_lessons",
        ["./run-bench.sh gate --base main"] = "step 'gate: the work tree against its own commit' check_gate",
        ["./run-bench.sh pack"] = "step 'bench-gate: installs, and gates projects' .ci/bench-gate",
        ["./run-bench.sh run --scenario orders"] = "step 'a scenario of your own, from README' check_own_scenario",
    };

    private readonly ProcessStateScope _scope = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_command_that_takes_seconds_in_a_short_form_is_run_here()
    {
        File.Copy(Path.Combine(Checkout.Root, "results", "published", "article", "run.json"), Path.Combine(_folder.Path, "article.json"));
        foreach (string line in Commands().Except(s_steps.Keys))
        {
            Assert.True(s_short.TryGetValue(line, out string? form), $"{line}: say here how a test runs it, or which step of .ci/run does");
            string typed = form
                .Replace("OUT", _folder.Path, StringComparison.Ordinal)
                .Replace("ROOT", Checkout.Root, StringComparison.Ordinal);
            Typed told = await Typed.RunAsync(typed.Split(' '));
            // that command compares runs of two profiles
            int expected = line.Contains("gate --reference", StringComparison.Ordinal) ? ExitCodes.NotComparable : ExitCodes.Ok;
            Assert.True(told.Exit == expected, $"{line}: {typed} ended with {told.Exit}: {told.Error}");
        }
    }

    [Fact]
    public void The_others_have_a_step_of_ci()
    {
        string[] steps = [.. File.ReadAllLines(Path.Combine(Checkout.Root, ".ci", "checks.sh")).Select(line => line.Trim())];
        Assert.All(s_steps.Values, step => Assert.Contains(steps, line => line.StartsWith(step, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_form_is_left_of_a_command_that_README_has_no_more() =>
        Assert.Equal(Commands().Order(StringComparer.Ordinal), s_short.Keys.Concat(s_steps.Keys).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Commands() => new Page("README.md").CommandLines().Distinct(StringComparer.Ordinal);
}

using BenchGate.Errors;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.ScenarioFiles;
using Tests.Measurement;

namespace Tests.Cli;

[Collection(ProcessStateScope.Collection)]
public sealed class AnswerTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task List_names_everything_that_can_be_typed()
    {
        Typed list = await Typed.RunAsync("list");

        Assert.Equal((ExitCodes.Ok, ""), (list.Exit, list.Error));
        string[] names =
        [
            .. ScenarioCatalog.BuiltIn.All.Select(one => one.Id),
            .. StrategyCatalog.All.Select(one => one.Descriptor.Id),
            .. Profile.All.Select(one => one.Id),
            .. RunPlan.AllTypes.Select(one => one.Name),
        ];
        string[] first =
        [
            .. list.Output
                .Split('\n')
                .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]),
        ];
        Assert.Equal(names, first);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public async Task Help_names_every_verb(string option)
    {
        Typed help = await Typed.RunAsync(option);

        Assert.Equal((ExitCodes.Ok, ""), (help.Exit, help.Error));
        Assert.All(
            (string[])["run", "list", "report", "serve", "measure", "lessons"], verb => Assert.Matches($@"(?m)^\s+{verb}\b", help.Output));
    }

    [Theory]
    [InlineData("run", "--profile", "--scenario", "--strategies", "--hosting", "--output", "--verbose")]
    [InlineData("measure", "--cases", "--warmups", "--iterations", "--profile", "--server")]
    [InlineData("serve", "--scenario", "--profile", "--urls")]
    [InlineData("gate", "--base", "--cases", "--pairs", "--budget", "--seed", "--threshold", "--strict", "--output", "--reference")]
    [InlineData("report", "run.json")]
    [InlineData("lessons", "--all", "--write", "--check", "--output")]
    [InlineData("list")]
    public async Task A_verb_explains_each_of_its_options(string verb, params string[] options)
    {
        Typed help = await Typed.RunAsync(verb, "--help");

        Assert.Equal((ExitCodes.Ok, ""), (help.Exit, help.Error));
        Assert.All(options, option => Assert.Matches($@"(?m){System.Text.RegularExpressions.Regex.Escape(option)}.*\s\s+\S+", help.Output));
    }

    [Fact]
    public async Task Version_is_a_version()
    {
        Typed version = await Typed.RunAsync("--version");

        Assert.Equal(ExitCodes.Ok, version.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }
}

using System.CommandLine;
using BenchGate.Errors;
using Benchmarks.Cli;
using Tests.Cli;
using Tests.Gate.Measuring;
using Tests.Measurement;

namespace Tests.Field;

/// <summary>An option with values takes values: not a mistyped option, and not one of BenchmarkDotNet.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class SeveralValuesTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("--strickt", "gate", "--base", "HEAD", "--cases", "*X*", "--strickt")]
    [InlineData("--iteratoins", "measure", "--cases", "*Single*", "--iteratoins", "3")]
    [InlineData("--waht", "measure", "--server", "kestrel", "--waht")]
    [InlineData("--publsih", "check", "--limits", "--only", "when-all-1000", "--publsih")]
    [InlineData("strickt", "run", "--scenario", "pokeapi", "--strategies", "when-all", "--strickt")]
    [InlineData("strickt", "run", "--filter", "*Single*", "--strickt")]
    [InlineData("--cases needs a value", "measure", "--cases", "--iterations", "3")]
    [InlineData("--output=--strict", "gate", "--base", "HEAD", "--output", "--strict")]
    [InlineData("--output needs a value", "run", "--output")]
    [InlineData("--history needs a value", "history", "add", "--history", "-x")]
    [InlineData("--strategies needs a value", "run", "--scenario", "pokeapi", "--strategies", "--iterationCount", "2")]
    public async Task A_word_with_a_dash_is_not_taken_for_a_value(string reason, params string[] args) =>
        (await Typed.RunAsync(args)).IsRefused(reason);

    [Theory]
    [InlineData("run --strategies a b --iterationCount 2", "--strategies a --strategies b --iterationCount 2")]
    [InlineData("run --iterationCount 2 --strategies a", "--iterationCount 2 --strategies a")]
    [InlineData("run --scenario a b --filter x y", "--scenario a --scenario b --filter x y")]
    [InlineData("run --strategies=a b --join", "--strategies=a --strategies b --join")]
    [InlineData("run --strategies a -- b c", "--strategies a -- b c")]
    [InlineData("measure --cases a b --cases=-c --warmups -1", "--cases a --cases b --cases=-c --warmups -1")]
    [InlineData("measure --cases -1 -", "--cases -1 --cases -")]
    [InlineData("gate --pairs 1 --strict", "--pairs 1 --strict")]
    [InlineData("history add run.json --history x", "add run.json --history x")]
    public void Each_value_gets_its_option(string typed, string apart)
    {
        string[] words = typed.Split(' ');
        Command verb = words[0] switch
        {
            "run" => RunCommand.Create(),
            "measure" => MeasureCommand.Create(),
            "gate" => GateCommand.Create(),
            _ => HistoryCommand.Create(),
        };
        Assert.Equal(apart, string.Join(' ', SeveralValues.Apart(verb, words[1..])));
    }

    [Fact]
    public async Task A_pattern_that_neither_side_of_a_gate_has_is_named()
    {
        using var sides = new BothSides();

        UsageException refused =
            await Assert.ThrowsAsync<UsageException>(() => sides.MeasureAsync(BothSides.Plan(1, "*Single", "*NoSuch*")));

        Assert.Contains("--cases '*NoSuch*'", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(sides.File));
    }
}

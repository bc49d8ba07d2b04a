using System.Reflection;
using System.Text.RegularExpressions;
using BenchGate.Errors;
using Benchmarks.Engine;
using Fixtures.Model;
using Results.Records;

namespace Tests.House;

/// <summary>One folder for each subject. No two folders use each other, directly or through others.</summary>
public sealed partial class FolderTests
{
    private static readonly Assembly[] s_product =
        [typeof(Scenario).Assembly, typeof(RunRecord).Assembly, typeof(UsageException).Assembly, typeof(RunPlan).Assembly];

    [Fact]
    public void No_two_folders_use_each_other()
    {
        var graph = FolderGraph.Of(s_product.SelectMany(assembly => assembly.GetTypes()));
        // A compiled type does not show the type of a constant, or of an enum whose member is only compared. A using line shows it.
        foreach (string file in s_folders.SelectMany(Checkout.Sources))
        {
            foreach (string used in Checkout.Lines(file)
                .Select(line => Using().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups["name"].Value))
                graph.Add(NamespaceOf(file), used, $"{Path.GetFileName(file)} has a using line");
        }

        Assert.True(
            graph.Uses("Benchmarks.Cli", "Benchmarks.Engine") && graph.Uses("Results.Pages.Html", "Results.Charts")
                && graph.Uses("Benchmarks.Cli", "BenchGate.Cli") && graph.Uses("BenchGate.Cli", "BenchGate.Processes"),
            "the graph is not what it should be");
        Assert.True(graph.Circles().Count == 0, string.Join(Environment.NewLine, graph.Circles()));
    }

    [Fact]
    public void A_planted_circle_is_found()
    {
        var graph =
            FolderGraph.Of(typeof(Planted.East.Sunrise).Assembly
                .GetTypes()
                .Where(type => type.Namespace?.StartsWith("Tests.House.Planted", StringComparison.Ordinal) == true));

        Assert.Equal(
            [
                "Tests.House.Planted.East -> Tests.House.Planted.West: Sunrise uses Sunset",
                "Tests.House.Planted.West -> Tests.House.Planted.East: Sunset uses Sunrise",
            ],
            graph.Circles());
    }

    [Theory]
    [InlineData("a-b b-c", 0)]
    [InlineData("a-b b-a", 2)]
    [InlineData("a-b b-c c-a d-a c-e", 3)]
    [InlineData("a-b a-c b-d c-d", 0)]
    public void What_a_circle_is(string uses, int inCircle)
    {
        var graph = new FolderGraph();
        foreach (string use in uses.Split(' '))
            graph.Add(use[..1], use[2..], use);

        Assert.Equal(inCircle, graph.Circles().Count);
    }

    [Fact]
    public void A_namespace_is_its_folder() => Assert.All(
        s_folders.Append("tests").SelectMany(Checkout.Sources)
            .Where(file => file != StartupHook && !file.StartsWith(Samples, StringComparison.Ordinal)),
        file => Assert.Contains($"namespace {NamespaceOf(file)};", Checkout.Lines(file)));

    [Theory]
    [InlineData("bench")]
    [InlineData("gate")]
    public void Only_the_verbs_know_the_command_line(string folder)
    {
        (string File, string Line)[] found = [.. Checkout.Find(folder, "using System.CommandLine")];

        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.StartsWith($"{folder}/Cli/", one.File, StringComparison.Ordinal));
    }

    // .NET finds a startup hook only without a namespace.
    private const string StartupHook = "gate/StartupHook/StartupHook.cs";

    // Projects of their own.
    private const string Samples = "tests/Projects/Samples/";

    private static readonly string[] s_folders = ["fixtures", "results", "gate", "bench"];

    /// <summary>
    /// Without bench/Benchmarks: the namespace of a benchmark is part of its id in every stored result, so it never changes.
    /// </summary>
    private static string NamespaceOf(string file)
    {
        string[] parts = Path.GetDirectoryName(file)!.Replace('\\', '/').Split('/');
        string root = parts[0] switch
        {
            "bench" => "Benchmarks",
            "gate" => "BenchGate",
            string folder => char.ToUpperInvariant(folder[0]) + folder[1..],
        };
        return string.Join('.', parts.Skip(1).Where(part => part != "Benchmarks").Prepend(root));
    }

    [GeneratedRegex(
        @"^using (?:static |\w+ = )?(?<name>(?:Fixtures|BenchGate|Benchmarks|Results)(?:\.[A-Za-z]+)*);",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Using();
}

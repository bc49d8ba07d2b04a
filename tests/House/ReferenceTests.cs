using System.Reflection;
using System.Xml.Linq;
using BenchGate.Errors;
using BenchmarkDotNet.Reports;
using Benchmarks.Engine;
using Fixtures.Model;
using Results.Records;

namespace Tests.House;

/// <summary>The dependencies of the four projects: fixtures and results use none of ours, gate uses results, and bench all.</summary>
public sealed class ReferenceTests
{
    private static readonly Assembly s_fixtures = typeof(Scenario).Assembly;
    private static readonly Assembly s_bench = typeof(RunPlan).Assembly;
    private static readonly Assembly s_gate = typeof(UsageException).Assembly;
    private static readonly Assembly s_results = typeof(RunRecord).Assembly;

    [Fact]
    public void Fixtures_knows_neither_the_measuring_nor_what_comes_out() =>
        Assert.DoesNotContain(
            NamesOf(s_fixtures), name => IsOneOf(name, "Benchmarks", "BenchGate", "Results", "BenchmarkDotNet", "Perfolizer"));

    [Fact]
    public void Results_knows_neither_the_world_nor_the_measuring_nor_a_web_host() =>
        Assert.DoesNotContain(
            // Components are rendered into files there; servers are not allowed.
            NamesOf(s_results).Where(name => !IsOneOf(name, "Microsoft.AspNetCore.Components")),
            name => IsOneOf(
                name, "Benchmarks", "BenchGate", "Fixtures", "BenchmarkDotNet", "Microsoft.AspNetCore", "Microsoft.Extensions.Hosting"));

    [Fact]
    public void Results_runs_without_the_shared_framework_of_web_hosts() =>
        Assert.Empty(Items("results/Results.csproj", "FrameworkReference"));

    [Fact]
    public void Gate_is_a_program_of_its_own_that_knows_only_results()
    {
        Assert.DoesNotContain(
            NamesOf(s_gate),
            name => IsOneOf(name, "Benchmarks", "Fixtures", "BenchmarkDotNet", "Perfolizer", "WireMock", "Microsoft.AspNetCore"));
        Assert.Contains("Results", NamesOf(s_gate));
        // what it needs to start, also where ASP.NET Core is not installed
        string runtime = File.ReadAllText(Path.ChangeExtension(s_gate.Location, ".runtimeconfig.json"));
        Assert.Contains("Microsoft.NETCore.App", runtime, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.AspNetCore", runtime, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BenchmarkDotNet")]
    [InlineData("WireMock.Net.Minimal")]
    public void Gate_brings_no_package_of_the_suite(string package) =>
        Assert.DoesNotContain($"\"{package}\": {{", Checkout.Text("gate/packages.lock.json"), StringComparison.Ordinal);

    [Fact]
    public void Bench_knows_all_and_these_tests_would_see_it()
    {
        string[] known = NamesOf(s_bench);
        Assert.All((string[])["Fixtures", "BenchGate", "Results", "BenchmarkDotNet", "Perfolizer"], name => Assert.Contains(name, known));
    }

    [Theory]
    [InlineData("fixtures/Fixtures.csproj")]
    [InlineData("results/Results.csproj")]
    [InlineData("gate/BenchGate.csproj", "../results/Results.csproj", "StartupHook/BenchGate.StartupHook.csproj")]
    [InlineData("gate/StartupHook/BenchGate.StartupHook.csproj")]
    [InlineData("bench/Benchmarks.csproj", "../fixtures/Fixtures.csproj", "../gate/BenchGate.csproj", "../results/Results.csproj")]
    public void A_project_names_only_the_projects_it_may_use(string project, params string[] allowed) =>
        Assert.Equal(allowed, Items(project, "ProjectReference"));

    [Theory]
    [InlineData("BenchmarkDotNet", "bench/Benchmarks.csproj")]
    [InlineData("Perfolizer", "results/Results.csproj")]
    [InlineData("System.CommandLine", "gate/BenchGate.csproj")]
    public void A_package_is_one_projects_own(string package, string owner)
    {
        string[] projects = ["fixtures/Fixtures.csproj", "bench/Benchmarks.csproj", "gate/BenchGate.csproj", "results/Results.csproj"];
        Assert.Equal([owner], projects.Where(project => Items(project, "PackageReference").Contains(package)));
    }

    [Fact]
    public void Only_results_computes_with_perfolizer()
    {
        // What bench may use: the outlier mode and a time interval, which are parameters of BenchmarkDotNet's own API, the detected system,
        // and the version.
        Assert.Equal(
            [
                ("bench/Engine/SuiteConfig.cs", "using Perfolizer.Horology;"),
                ("bench/Engine/SuiteConfig.cs", "using Perfolizer.Mathematics.OutlierDetection;"),
                ("bench/Measurement/HostDescription.cs", "using Perfolizer.Helpers;"),
                ("bench/Measurement/HostDescription.cs", "VersionOf(typeof(Perfolizer.Horology.Chronometer)));"),
            ],
            Checkout.Find("bench", "Perfolizer."));
        Assert.Empty(Checkout.Find("fixtures", "Perfolizer"));
        Assert.Empty(Checkout.Find("gate", "Perfolizer"));
        Assert.NotEmpty(Checkout.Find("results", "using Perfolizer."));
    }

    [Fact]
    public void Only_results_computes_with_mathnet() =>
        Assert.Empty(Checkout.Find("bench", "MathNet").Concat(Checkout.Find("gate", "MathNet")));

    [Fact]
    public void One_method_turns_benchmark_dot_nets_report_into_our_record()
    {
        MethodInfo[] converters =
        [
            .. s_bench.GetTypes()
                .SelectMany(type => type.GetMethods(
                    BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(BenchmarkReport))
                    && Returns(method, typeof(CaseRecord))),
        ];
        Assert.Equal(nameof(CaseFromReport.Convert), Assert.Single(converters).Name);
        Assert.Equal(["bench/Engine/CaseFromReport.cs"], Checkout.Find("bench", "new CaseRecord").Select(found => found.File).Distinct());
    }

    private static bool Returns(MethodInfo method, Type type) =>
        method.ReturnType == type || method.ReturnType.GetGenericArguments().Contains(type);

    private static string[] NamesOf(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    private static bool IsOneOf(string name, params string[] families) =>
        families.Any(family => name == family || name.StartsWith(family + ".", StringComparison.Ordinal));

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Parse(Checkout.Text(project))
            .Descendants(kind)
            .Select(item => item.Attribute("Include")!.Value)
            .Order(StringComparer.Ordinal);
}

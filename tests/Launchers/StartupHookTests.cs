using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Tests.Launchers;

/// <summary>The hook sees BenchmarkDotNet only by reflection, so its names are checked against the real one.</summary>
public class StartupHookTests
{
    [Fact]
    public void Benchmarks_are_left_out_by_their_titles()
    {
        MethodInfo method = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "BenchGate.StartupHook.dll"))
            .GetType("StartupHook", throwOnError: true)!
            .GetMethod("ConfigWithout", BindingFlags.NonPublic | BindingFlags.Static)!;
        Type benchmarks = typeof(Benchmarks.Macro.StrategyBenchmarks).Assembly.GetTypes()
            .First(type => type.Namespace == "Benchmarks.Micro" && BenchmarkConverter.TypeToBenchmarks(type).BenchmarksCases.Length > 1);
        BenchmarkCase[] all = BenchmarkConverter.TypeToBenchmarks(benchmarks).BenchmarksCases;

        var config = (IConfig)method.Invoke(null, [typeof(BenchmarkCase).Assembly, new[] { all[0].DisplayInfo }])!;

        Assert.Equal(
            all.Skip(1).Select(one => one.DisplayInfo),
            BenchmarkConverter.TypeToBenchmarks(benchmarks, config).BenchmarksCases.Select(one => one.DisplayInfo));
    }
}

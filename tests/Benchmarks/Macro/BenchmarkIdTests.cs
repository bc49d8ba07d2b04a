using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;

namespace Tests.Macro;

/// <summary>Stored results know a benchmark by its full name: none is renamed or lost, and they keep their order.</summary>
public sealed class BenchmarkIdTests
{
    [Fact]
    public void What_list_flat_prints_is_what_it_was()
    {
        IEnumerable<string> ids = RunPlan.AllTypes
            .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases)
            .Select(one => $"{one.Descriptor.Type.FullName}.{one.Descriptor.WorkloadMethod.Name}")
            .Distinct();

        Assert.Equal(File.ReadAllLines(Path.Combine(House.Checkout.Root, "tests", "Benchmarks", "ids.txt")), ids);
    }
}

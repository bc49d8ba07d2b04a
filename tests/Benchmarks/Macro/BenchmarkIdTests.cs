using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;

namespace Tests.Macro;

/// <summary>Stored results identify a benchmark by its full name, so no name may change or disappear. Their order stays, too.</summary>
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

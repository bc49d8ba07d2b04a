using BenchmarkDotNet.Attributes;

namespace Switcher;

public class Texts
{
    [Params(10, 100)]
    public int Length { get; set; }

    [Benchmark]
    public string Repeat() => new('x', Length);
}

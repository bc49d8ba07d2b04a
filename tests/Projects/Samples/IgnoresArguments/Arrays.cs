using BenchmarkDotNet.Attributes;

namespace IgnoresArguments;

public class Arrays
{
    [Benchmark]
    public byte[] Short() => new byte[10];

    [Benchmark]
    public byte[] Long() => new byte[1000];
}

using System;
using BenchmarkDotNet.Attributes;

namespace MultiTarget;

public class Hashes
{
    private int _number = 1;

    [Benchmark]
    public int OfNumber() => _number = HashCode.Combine(_number);

    [Benchmark]
    public int OfText() => StringComparer.Ordinal.GetHashCode("a text");
}

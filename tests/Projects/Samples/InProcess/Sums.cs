using BenchmarkDotNet.Attributes;

namespace InProcess;

public class Sums
{
    private readonly int[] _values = new int[100];

    [Benchmark]
    public int ForEach()
    {
        int sum = 0;
        foreach (int value in _values)
            sum += value;
        return sum;
    }

    [Benchmark]
    public int FromTheEnd()
    {
        int sum = 0;
        for (int i = _values.Length - 1; i >= 0; i--)
            sum += _values[i];
        return sum;
    }
}

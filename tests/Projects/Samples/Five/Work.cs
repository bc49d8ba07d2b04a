using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Five;

/// <summary>Five kinds of work that people measure: computing, looking up, text, sorting, serialising.</summary>
public class Work
{
    private const int Rounds = 1000;
    private readonly Dictionary<string, int> _numbers = Enumerable.Range(0, 1000).ToDictionary(i => $"key {i}", i => i);
    private readonly string[] _keys = [.. Enumerable.Range(0, 1000).Select(i => $"key {i * 7 % 1000}")];
    private readonly int[] _values = [.. Enumerable.Range(0, 1000).Select(i => i * 7919 % 1000)];
    private readonly int[] _sorted = new int[1000];
    private readonly Point[] _points = [.. Enumerable.Range(0, 20).Select(i => new Point(i, i * i, $"point {i}"))];

    [Benchmark]
    public uint Compute()
    {
        uint state = 1;
        for (int i = 0; i < Rounds; i++)
            state = (state * 1664525) + 1013904223;
        return state;
    }

    [Benchmark]
    public int LookUp()
    {
        int sum = 0;
        foreach (string key in _keys)
            sum += _numbers[key];
        return sum;
    }

    [Benchmark]
    public string Format() => string.Join(", ", _points.Select(point => $"{point.Name}: {point.X} {point.Y}"));

    [Benchmark]
    public int Sort()
    {
        _values.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        return _sorted[500];
    }

    [Benchmark]
    public string Serialise() => JsonSerializer.Serialize(_points);

    public sealed record Point(int X, int Y, string Name);
}

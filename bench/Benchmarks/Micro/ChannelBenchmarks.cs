using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>The cost of writing one item to a channel and reading it.</summary>
[MemoryDiagnoser]
public class ChannelBenchmarks
{
    /// <summary>Items in one call of a method.</summary>
    public const int Items = 1000;

    private const int Capacity = 100;
    private readonly Channel<int> _channel = Channel.CreateUnbounded<int>();

    /// <summary>Each item is written before it is read.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Items)]
    public async Task<int> WriteThenRead()
    {
        int sum = 0;
        for (int i = 0; i < Items; i++)
        {
            await _channel.Writer.WriteAsync(i);
            sum += await _channel.Reader.ReadAsync();
        }

        return sum;
    }

    /// <summary>Each read starts before its item is written.</summary>
    [Benchmark(OperationsPerInvoke = Items)]
    public async Task<int> ReadThenWrite()
    {
        int sum = 0;
        for (int i = 0; i < Items; i++)
        {
            ValueTask<int> reading = _channel.Reader.ReadAsync();
            await _channel.Writer.WriteAsync(i);
            sum += await reading;
        }

        return sum;
    }

    /// <summary>A producer and a consumer at the same time, with at most 100 items between them.</summary>
    [Benchmark(OperationsPerInvoke = Items)]
    public async Task<int> ProducerAndConsumer()
    {
        var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true });
        var producing = Task.Run(() => ProduceAsync(channel.Writer));
        int sum = 0;
        await foreach (int item in channel.Reader.ReadAllAsync())
            sum += item;
        await producing;
        return sum;
    }

    private static async Task ProduceAsync(ChannelWriter<int> writer)
    {
        for (int i = 0; i < Items; i++)
            await writer.WriteAsync(i);
        writer.Complete();
    }
}

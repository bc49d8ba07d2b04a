namespace Benchmarks.Engine;

/// <summary>
/// The bytes that each operation allocates, counted outside the timed region of the measured operations. Operations that only count would
/// take longer than the measured ones.
/// </summary>
internal sealed class AllocationCount
{
    private readonly List<long> _bytes = [];
    private long _start;

    public void Begin() => _start = GC.GetTotalAllocatedBytes(precise: true);

    public void End() => _bytes.Add(GC.GetTotalAllocatedBytes(precise: true) - _start);

    /// <summary>
    /// The median of all operations but the first, which opens the connections. Sometimes an operation does not find its pooled buffer,
    /// because another thread has it, and allocates 4 KB more. That is a hundred times the gate's tolerance; the median ignores it.
    /// </summary>
    public long Median
    {
        get
        {
            long[] sorted = [.. _bytes.Skip(1).Order()];
            return sorted[sorted.Length / 2];
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BenchGate.Errors;
using Benchmarks.Processes;

namespace Benchmarks.Micro;

/// <summary>
/// The memory of one waiting operation: the growth of a new process while <paramref name="Count"/> operations wait, divided by their
/// number. Bytes for each operation; null if the system does not provide it.
/// </summary>
/// <param name="Kind">How they wait.</param>
/// <param name="Count">How many wait at the same time.</param>
/// <param name="ManagedBytes">On the garbage collector's heap.</param>
/// <param name="ResidentBytes">Physical memory, including managed memory. It has pages of 4 KB, so 1,000 tasks are close to its
/// resolution.</param>
/// <param name="ReservedBytes">Reserved addresses, with or without physical memory: the stack of a thread (on Linux 8 MB, from
/// <c>ulimit -s</c>) and glibc's arenas, 64 MB for each of the first threads, up to eight for each core. The garbage collector reserves its
/// addresses at the start, so they hardly grow.</param>
public sealed record WaitingMemory(WaitingKind Kind, int Count, double ManagedBytes, double? ResidentBytes, double? ReservedBytes)
{
    /// <summary>The most operations that can wait at the same time.</summary>
    public const int Most = 100_000;

    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Measures in a new process of this suite, with the hidden verb <c>child measure-memory</c>. It takes about half a second.
    /// </summary>
    /// <param name="count">1 … <see cref="Most"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not allowed.</exception>
    /// <exception cref="ExpectedFailureException">The process ended without a measurement; the message contains its message.</exception>
    public static WaitingMemory Measure(WaitingKind kind, int count)
    {
        Check(count);
        ProcessStartInfo start = ThisSuite.Start("child", "measure-memory", kind.ToString(), count.ToString(CultureInfo.InvariantCulture));
        (string? answer, string? failure) = SuiteChild.Run(start, s_timeLimit);
        return answer is not null
            ? JsonSerializer.Deserialize<WaitingMemory>(answer)!
            : throw new ExpectedFailureException($"{count} waiting operations ({kind}) were not measured: {failure}.");
    }

    /// <summary>Measures in this process, which should have done nothing else before.</summary>
    internal static WaitingMemory MeasureHere(WaitingKind kind, int count)
    {
        Check(count);
        Func<int, WaitingCrowd> gather = kind == WaitingKind.Task ? WaitingCrowd.OfTasks : WaitingCrowd.OfThreads;
        gather(1).Dispose(); // the first operation also allocates shared memory, which must not be counted
        _ = MemoryReading.Now();

        var before = MemoryReading.Now();
        using WaitingCrowd crowd = gather(count);
        var after = MemoryReading.Now();
        return new WaitingMemory(
            kind,
            count,
            (after.Managed - before.Managed) / count,
            (after.Resident - before.Resident) / count,
            (after.Reserved - before.Reserved) / count);
    }

    private static void Check(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
    }
}

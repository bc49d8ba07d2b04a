using System.Globalization;
using System.Text.Json;
using Benchmarks.Errors;
using Benchmarks.Processes;

namespace Benchmarks.Micro;

/// <summary>
/// What one waiting operation occupies: the growth of a fresh process while <paramref name="Count"/> of them wait, divided by their
/// number. Bytes for each operation; null where the system does not tell.
/// </summary>
/// <param name="Kind">How they wait.</param>
/// <param name="Count">How many wait at the same time.</param>
/// <param name="ManagedBytes">On the garbage collector's heap.</param>
/// <param name="ResidentBytes">Memory that is really there, managed memory included. In pages of 4 KB, so 1,000 tasks are near its
/// grain.</param>
/// <param name="ReservedBytes">Addresses, with or without memory behind them: a thread's stack (on Linux as <c>ulimit -s</c> says, 8 MB)
/// and glibc's arenas, 64 MB for each of the first threads up to eight a core. The collector's own are reserved at the start and hardly
/// grow.</param>
public sealed record WaitingMemory(WaitingKind Kind, int Count, double ManagedBytes, double? ResidentBytes, double? ReservedBytes)
{
    /// <summary>As many may wait at the same time.</summary>
    public const int Most = 100_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Measures in a process of its own: this suite again, with the hidden verb <c>child measure-memory</c>. It takes about half a second.
    /// </summary>
    /// <param name="count">1 … <see cref="Most"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not allowed.</exception>
    /// <exception cref="ExpectedFailureException">The process ended without a measurement; the message has its own words.</exception>
    public static WaitingMemory Measure(WaitingKind kind, int count)
    {
        Check(count);
        (string? answer, string? failure) = SuiteChild.Run(
            ThisSuite.Start("child", "measure-memory", kind.ToString(), count.ToString(CultureInfo.InvariantCulture)), s_patience);
        return answer is not null
            ? JsonSerializer.Deserialize<WaitingMemory>(answer)!
            : throw new ExpectedFailureException($"{count} waiting operations ({kind}) were not measured: {failure}.");
    }

    /// <summary>Measures in this process, which should have done nothing else before.</summary>
    internal static WaitingMemory MeasureHere(WaitingKind kind, int count)
    {
        Check(count);
        Func<int, WaitingCrowd> gather = kind == WaitingKind.Task ? WaitingCrowd.OfTasks : WaitingCrowd.OfThreads;
        gather(1).Dispose(); // whatever the first one brings along belongs to no single operation
        _ = MemoryReading.Now();

        var before = MemoryReading.Now();
        using WaitingCrowd crowd = gather(count);
        var after = MemoryReading.Now();
        return new WaitingMemory(
            kind, count, (after.Managed - before.Managed) / count, (after.Resident - before.Resident) / count, (after.Reserved - before.Reserved) / count);
    }

    private static void Check(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
    }
}

using System.Runtime.CompilerServices;
using Fixtures.Latency;

namespace Benchmarks.Lessons;

/// <summary>Equal pieces of work that keep a core busy, and the usual ways to speed them up.</summary>
/// <param name="Pieces">How often the same piece is done.</param>
/// <param name="Limit">Size of a piece: primes below this are counted by trial division.</param>
internal sealed record CpuWork(int Pieces, int Limit)
{
    /// <summary>A piece. It is optimised from its first call, so that the first pieces are not slower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PrimesBelow(int limit)
    {
        int primes = 0;
        for (int n = 2; n < limit; n++)
        {
            int divisor = 2;
            while (divisor * divisor <= n && n % divisor != 0)
                divisor++;
            if (divisor * divisor > n)
                primes++;
        }

        return primes;
    }

    public Task<int[]> OneAfterTheOther()
    {
        int[] primes = new int[Pieces];
        for (int i = 0; i < Pieces; i++)
            primes[i] = PrimesBelow(Limit);
        return Task.FromResult(primes);
    }

    public Task<int[]> AsyncFanOut()
    {
        return Task.WhenAll(Enumerable.Range(0, Pieces).Select(_ => PrimesBelowAsync(Limit)));

        static Task<int> PrimesBelowAsync(int limit) => Task.FromResult(PrimesBelow(limit));
    }

    public Task<int[]> ParallelFor()
    {
        int[] primes = new int[Pieces];
        Parallel.For(0, Pieces, i => primes[i] = PrimesBelow(Limit));
        return Task.FromResult(primes);
    }

    public Task<int[]> TaskRun() =>
        Task.WhenAll(Enumerable.Range(0, Pieces).Select(_ => Task.Run(() => PrimesBelow(Limit))));

    /// <summary>A fan-out of pieces that wait as long as the others compute. It returns the same results without computing them.</summary>
    public async Task<int[]> WaitingFanOutAsync(ILatencyClock clock, TimeSpan piece, int answer) =>
        await Task.WhenAll(Enumerable.Range(0, Pieces).Select(async _ =>
        {
            await clock.DelayAsync(piece, CancellationToken.None);
            return answer;
        }));
}

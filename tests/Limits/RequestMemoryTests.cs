using Benchmarks.Fetching;
using Benchmarks.Limits;
using Tests.Checks;

namespace Tests.Limits;

/// <summary>The heap is the whole process's, so nothing else may run in it.</summary>
[Collection(Alone.Name)]
public sealed class RequestMemoryTests
{
    [Fact]
    public async Task A_waiting_request_holds_its_connection_s_buffers_but_no_thread()
    {
        double bytes = await RequestMemory.BytesPerRequestAsync(new WhenAll(), width: 50);

        // HttpClient keeps two buffers of 4 KB for a connection; a thread would keep a stack that the heap does not show
        Assert.InRange(bytes, 4_000, 200_000);
    }
}

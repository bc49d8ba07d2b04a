using Benchmarks.Instrument.Limits;
using Benchmarks.Strategies;
using Fixtures.Server;
using Tests.Instrument.Checks;

namespace Tests.Instrument.Limits;

/// <summary>The heap belongs to the whole process, so no other test may run at the same time.</summary>
[Collection(Alone.Name)]
public sealed class RequestMemoryTests
{
    [Fact]
    public async Task A_waiting_request_holds_its_connection_s_buffers_but_no_thread()
    {
        // What earlier tests left in pools (Kestrel gives idle blocks back) may be freed between the two looks: half a megabyte
        // was, so it is spread over many requests, and the median taken.
        List<double> looks = [];
        while (looks.Count < 3)
            looks.Add(await RequestMemory.BytesPerRequestAsync(new WhenAll(), width: 300, ServerHosts.Default));
        double bytes = looks.Order().ElementAt(1);

        // HttpClient has two buffers of 4 KB for a connection; the heap does not show the stack of a thread
        Assert.InRange(bytes, 4_000, 200_000);
    }
}

using BenchmarkDotNet.Attributes;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Benchmarks.Micro;

/// <summary>
/// The overhead of HttpClient for a request, synchronous and asynchronous. Its handler responds at once, with a body of about 2 KB.
/// </summary>
[MemoryDiagnoser]
public class HttpSendingBenchmarks
{
    private static readonly Uri s_address = new("http://localhost/api/v2/pokemon/1");
    private readonly HttpClient _client = new(new CannedAnswer(new PokemonEndpoint(PokemonSize.Small).Answer(1).Body.ToArray()));

    /// <returns>Bytes of the body.</returns>
    [Benchmark(Baseline = true)]
    public long? Send()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, s_address);
        using HttpResponseMessage response = _client.Send(request);
        return response.Content.Headers.ContentLength;
    }

    /// <returns>Bytes of the body.</returns>
    [Benchmark]
    public async Task<long?> SendAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, s_address);
        using HttpResponseMessage response = await _client.SendAsync(request);
        return response.Content.Headers.ContentLength;
    }

    /// <returns>Bytes of the body.</returns>
    [Benchmark]
    public async Task<long?> GetAsync()
    {
        using HttpResponseMessage response = await _client.GetAsync(s_address);
        return response.Content.Headers.ContentLength;
    }
}

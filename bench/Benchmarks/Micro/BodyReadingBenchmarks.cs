using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Benchmarks.Micro;

/// <summary>Reads and parses the same response as a string, as bytes, and as a stream. The client's handler responds at once.</summary>
[MemoryDiagnoser]
public class BodyReadingBenchmarks
{
    private static readonly Uri s_address = new("http://localhost/api/v2/pokemon/1");
    private HttpClient _client = null!;

    /// <summary>About 2 KB, or as long as a response of the real API.</summary>
    [Params(PokemonSize.Small, PokemonSize.Full)]
    public PokemonSize Body { get; set; }

    [GlobalSetup]
    public void MakeClient() => _client = new HttpClient(new CannedAnswer(new PokemonEndpoint(Body).Answer(1).Body.ToArray()));

    [GlobalCleanup]
    public void DropClient() => _client.Dispose();

    [Benchmark(Baseline = true)]
    public async Task<string?> String() =>
        JsonSerializer.Deserialize(await _client.GetStringAsync(s_address), NamedJson.Default.Named)?.Name;

    [Benchmark]
    public async Task<string?> Bytes() =>
        JsonSerializer.Deserialize(await _client.GetByteArrayAsync(s_address), NamedJson.Default.Named)?.Name;

    /// <summary>
    /// The client buffers the whole response (its default), and the parser reads the buffer. The fetch strategies do this.
    /// </summary>
    [Benchmark]
    public async Task<string?> BufferedStream()
    {
        using HttpResponseMessage response = await _client.GetAsync(s_address);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        return JsonSerializer.Deserialize(body, NamedJson.Default.Named)?.Name;
    }

    /// <summary>Parses the body while it arrives, so the whole body is never in memory.</summary>
    [Benchmark]
    public async Task<string?> Stream()
    {
        await using Stream body = await _client.GetStreamAsync(s_address);
        return (await JsonSerializer.DeserializeAsync(body, NamedJson.Default.Named))?.Name;
    }
}

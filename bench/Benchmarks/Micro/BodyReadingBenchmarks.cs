using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Benchmarks.Micro;

/// <summary>The same answer read and parsed as string, as bytes, and as a stream; the client's handler answers at once.</summary>
[MemoryDiagnoser]
public class BodyReadingBenchmarks
{
    private static readonly Uri s_address = new("http://localhost/api/v2/pokemon/1");
    private HttpClient _client = null!;

    /// <summary>About 2 KB, or as long as the real API's.</summary>
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

    /// <summary>The client buffers the whole answer, its default, and the parser reads the buffer; so do the fetch strategies.</summary>
    [Benchmark]
    public async Task<string?> BufferedStream()
    {
        using HttpResponseMessage response = await _client.GetAsync(s_address);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        return JsonSerializer.Deserialize(body, NamedJson.Default.Named)?.Name;
    }

    /// <summary>Parsed as it comes: nothing holds the whole body.</summary>
    [Benchmark]
    public async Task<string?> Stream()
    {
        await using Stream body = await _client.GetStreamAsync(s_address);
        return (await JsonSerializer.DeserializeAsync(body, NamedJson.Default.Named))?.Name;
    }
}

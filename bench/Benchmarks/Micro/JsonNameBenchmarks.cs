using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Benchmarks.Micro;

/// <summary>
/// Ways to the one field that article B prints: the top-level <c>name</c> of a Pokémon, which stands behind everything long.
/// </summary>
[MemoryDiagnoser]
public class JsonNameBenchmarks
{
    private byte[] _body = [];

    /// <summary>About 2 KB, or as long as the real API's.</summary>
    [Params(PokemonSize.Small, PokemonSize.Full)]
    public PokemonSize Body { get; set; }

    [GlobalSetup]
    public void MakeBody() => _body = new PokemonEndpoint(Body).Answer(1).Body.ToArray();

    /// <summary>The whole body becomes a tree that can be asked.</summary>
    [Benchmark(Baseline = true)]
    public string? Document()
    {
        using var document = JsonDocument.Parse(_body);
        return document.RootElement.GetProperty("name").GetString();
    }

    /// <summary>The whole body is read, by code that the compiler wrote, and only the name is kept; so do the fetch strategies.</summary>
    [Benchmark]
    public string? SourceGenerated() => JsonSerializer.Deserialize(_body, NamedJson.Default.Named)?.Name;

    /// <summary>Token by token as far as the name.</summary>
    [Benchmark]
    public string? Reader()
    {
        var reader = new Utf8JsonReader(_body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals("name"u8);
            reader.Read();
            if (found)
                return reader.GetString();
            reader.Skip();
        }

        return null;
    }
}

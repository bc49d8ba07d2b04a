using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Fixtures.Endpoints;
using Fixtures.Model;

namespace Benchmarks.Micro;

/// <summary>
/// Ways to read the one field that article B prints: the top-level <c>name</c> of a Pokémon, which comes after all long fields.
/// </summary>
[MemoryDiagnoser]
public class JsonNameBenchmarks
{
    private byte[] _body = [];

    /// <summary>About 2 KB, or as long as a response of the real API.</summary>
    [Params(PokemonSize.Small, PokemonSize.Full)]
    public PokemonSize Body { get; set; }

    [GlobalSetup]
    public void MakeBody() => _body = new PokemonEndpoint(Body).Answer(1).Body.ToArray();

    /// <summary>Parses the whole body into a document and reads the name.</summary>
    [Benchmark(Baseline = true)]
    public string? Document()
    {
        using var document = JsonDocument.Parse(_body);
        return document.RootElement.GetProperty("name").GetString();
    }

    /// <summary>Reads the whole body with source-generated code and keeps only the name. The fetch strategies do this.</summary>
    [Benchmark]
    public string? SourceGenerated() => JsonSerializer.Deserialize(_body, NamedJson.Default.Named)?.Name;

    /// <summary>Reads token by token, up to the name.</summary>
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

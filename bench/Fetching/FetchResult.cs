using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Fetching;

/// <summary>
/// What the articles print for a request: its index, the status, the thread, and the name in the response.
/// </summary>
/// <param name="Index">Place of the request in the work, from 0.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="ThreadId">Managed id of the thread that read the body.</param>
/// <param name="Bytes">Length of the body.</param>
/// <param name="Name">The body's top-level <c>name</c>; null if the body is not a JSON object, or its name is not a string.</param>
public readonly record struct FetchResult(int Index, int Status, int ThreadId, long Bytes, string? Name)
{
    /// <summary>Why there is no good response; default: the response is good. Status is 0 if no response arrived.</summary>
    public FetchFailure Failure { get; init; }

    /// <summary>
    /// Reads a response. The client has already buffered its body (the default of HttpClient), so this never waits.
    /// All strategies use this parser, so a difference between two strategies is never a difference in parsing.
    /// </summary>
    public static FetchResult Read(int index, HttpResponseMessage response)
    {
        if (response is FailedResponse failed)
        {
            Timeline.Ended(response);
            return new FetchResult(index, Status: 0, Environment.CurrentManagedThreadId, Bytes: 0, Name: null) { Failure = failed.Failure };
        }

        using Stream body = response.Content.ReadAsStream();
        bool json = response.Content.Headers.ContentType?.MediaType == "application/json";
        string? name = json ? NameIn(body) : null;
        Timeline.Ended(response);
        return new FetchResult(index, (int)response.StatusCode, Environment.CurrentManagedThreadId, body.Length, name)
        {
            Failure = response.IsSuccessStatusCode ? FetchFailure.None : FetchFailure.Status,
        };
    }

    /// <summary>A list has no name, but it is parsed like an object, so that the work is the same.</summary>
    private static string? NameIn(Stream body)
    {
        int first;
        do
            first = body.ReadByte();
        while (first is ' ' or '\t' or '\r' or '\n');
        if (first == -1)
            return null;
        body.Position = 0;
        if (first == '{')
            return JsonSerializer.Deserialize(body, NamedJson.Default.Named)?.Name;
        using var parsed = JsonDocument.Parse(body);
        return null;
    }
}

/// <summary>The part of a Pokémon that article B prints; everything else is parsed and skipped.</summary>
internal sealed record Named([property: JsonPropertyName("name"), JsonConverter(typeof(TextOrNothing))] string? Name);

/// <summary>Skips a name that is a number, a list or an object, because any server may return one.</summary>
internal sealed class TextOrNothing : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

[JsonSerializable(typeof(Named))]
internal sealed partial class NamedJson : JsonSerializerContext;

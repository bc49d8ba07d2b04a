using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Fetching;

/// <summary>
/// What the articles print of a request: which one it was, how it was answered, on which thread, and whose name came back.
/// </summary>
/// <param name="Index">Place of the request in the work, from 0.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="ThreadId">Managed id of the thread that read the body.</param>
/// <param name="Bytes">Length of the body.</param>
/// <param name="Name">The body's top-level <c>name</c>; null where the body is no JSON object, or its name no text.</param>
public readonly record struct FetchResult(int Index, int Status, int ThreadId, long Bytes, string? Name)
{
    /// <summary>Why there is no good answer; default: there is one. Status is 0 where not even that came.</summary>
    public FetchFailure Failure { get; init; }

    /// <summary>
    /// Reads a reply whose body the client has already buffered (its default), so this never waits.
    /// The one parser of all strategies: a difference between two of them is never a difference in parsing.
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

    /// <summary>A list has no name, but is parsed like an object: not to parse would be less work.</summary>
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

/// <summary>A name that is a number, a list or an object is skipped: any server may have one.</summary>
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

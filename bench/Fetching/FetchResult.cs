using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Fetching;

/// <summary>What the articles print of a request: which one it was, how it was answered, on which thread, and whose name came back.</summary>
/// <param name="Index">Place of the request in the work, from 0.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="ThreadId">Managed id of the thread that read the body.</param>
/// <param name="Bytes">Length of the body.</param>
/// <param name="Name">The body's top-level <c>name</c>; null where the body is no JSON.</param>
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
        string? name = json ? JsonSerializer.Deserialize(body, NamedJson.Default.Named)?.Name : null;
        Timeline.Ended(response);
        return new FetchResult(index, (int)response.StatusCode, Environment.CurrentManagedThreadId, body.Length, name)
        {
            Failure = response.IsSuccessStatusCode ? FetchFailure.None : FetchFailure.Status,
        };
    }
}

/// <summary>The part of a Pokémon that article B prints; everything else is parsed and skipped.</summary>
internal sealed record Named([property: JsonPropertyName("name")] string? Name);

[JsonSerializable(typeof(Named))]
internal sealed partial class NamedJson : JsonSerializerContext;

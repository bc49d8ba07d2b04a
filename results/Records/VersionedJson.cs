using System.Text.Json;

namespace Results.Records;

/// <summary>Reads JSON, usually a versioned file. Each error is one line: file, place, what is wrong, what to do.</summary>
internal static class VersionedJson
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="RecordException">It is missing, empty, no <see cref="PlainFile"/>, or cannot be read.</exception>
    public static string Read(string path, string kind, string remedy)
    {
        try
        {
            PlainFile.Require(path);
            string text = File.ReadAllText(path);
            return string.IsNullOrWhiteSpace(text) ? throw new RecordException($"{path}: is empty; {remedy}") : text;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordException($"{path}: does not exist; measure first, or name another {kind}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path}: cannot be read ({e.Message}); it must be a file that you may read", e);
        }
    }

    /// <summary>The record in a text of this schema or an older one.</summary>
    /// <exception cref="RecordException">It is not JSON, has a newer schema, or does not have the record's form.</exception>
    public static T Parse<T>(string text, int newest, string origin, string kind, string remedy)
    {
        // Check this first: in a newer schema, every other field may have another form.
        RefuseNewer(text, newest, origin, kind, remedy);
        return Form<T>(text, origin, remedy)!;
    }

    /// <summary>The content of a text without a version, or whose version is checked later; null if the text is null.</summary>
    /// <param name="remedy">Null if the caller completes the message.</param>
    /// <param name="options">Default: those of this suite's own files.</param>
    /// <exception cref="RecordException">It is not JSON, or does not have the form.</exception>
    public static T? Form<T>(string text, string origin, string? remedy = null, JsonSerializerOptions? options = null)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options ?? RecordJson.Options);
        }
        catch (JsonException e)
        {
            throw new RecordException($"{origin}: {RecordJson.Explain(e)}{(remedy is null ? "" : "; " + remedy)}", e);
        }
    }

    private static void RefuseNewer(string text, int newest, string origin, string kind, string remedy)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new RecordException($"{origin}: $: must be an object, is {root.ValueKind}; name a {kind}");
            if (!root.TryGetProperty("schema", out JsonElement schema)
                || schema.ValueKind != JsonValueKind.Number
                || !schema.TryGetInt32(out int number))
                throw new RecordException($"{origin}: $.schema: is missing or not a whole number; name a {kind}");
            if (number > newest)
                throw new RecordException(
                    $"{origin}: $.schema: is {number}, this build reads up to {newest}; use a newer build of the suite");
        }
        catch (JsonException e)
        {
            throw new RecordException($"{origin}: {RecordJson.ExplainSyntax(e)}; {remedy}", e);
        }
        catch (InvalidOperationException e) // thrown by the reader for half a surrogate pair in a name
        {
            throw new RecordException($"{origin}: $: has a field whose name is not text; {remedy}", e);
        }
    }
}

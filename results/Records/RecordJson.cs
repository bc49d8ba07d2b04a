using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Results.Records;

/// <summary>The JSON form of a RunRecord, and the error messages for wrong JSON.</summary>
internal static class RecordJson
{
    // Unknown fields are skipped, so that optional fields can be added without a new schema.
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The same for formats of other tools, in which an unknown field is absent.</summary>
    public static readonly JsonSerializerOptions OptionsWithoutNull = new(Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly (string Type, string Words)[] s_kinds =
    [
        ("System.Collections.Generic.IReadOnlyDictionary", "an object of texts"),
        ("System.Collections.Generic.IReadOnlyList", "a list"),
        ("System.DateTimeOffset", "a date and time (ISO 8601)"),
        ("System.Double", "a number"),
        ("System.Int32", "a whole number"),
        ("System.Boolean", "true or false"),
        ("System.String", "text"),
    ];

    /// <summary>Describes a value of the wrong type, or a missing or null field, with its JSON path.</summary>
    public static string Explain(JsonException e)
    {
        string path = string.IsNullOrEmpty(e.Path) ? "$" : e.Path;
        const string Converted = "could not be converted to ";
        int at = e.Message.IndexOf(Converted, StringComparison.Ordinal);
        if (at < 0)
            return $"{path}: {FirstSentence(e.Message)}";
        string type = e.Message[(at + Converted.Length)..];
        (string Type, string Words) kind = Array.Find(s_kinds, k => type.StartsWith(k.Type, StringComparison.Ordinal)
            || type.StartsWith($"System.Nullable`1[{k.Type}", StringComparison.Ordinal));
        // For a record, the serializer names the whole record and not the wrong field.
        return kind.Words is { } words ? $"{path}: must be {words}" : $"{path}: has a value of the wrong type";
    }

    /// <summary>The line and column of a JSON syntax error.</summary>
    public static string ExplainSyntax(JsonException e) =>
        $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: is not JSON, or is cut off there";

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" Path: $", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.').ReplaceLineEndings(" ");
    }
}

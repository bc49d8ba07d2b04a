using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Results.Records;

/// <summary>How a RunRecord is spelt as JSON, and how a misspelling is told to a person.</summary>
internal static class RecordJson
{
    // Unknown fields are skipped on purpose: optional ones may be added without a new schema.
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

    /// <summary>The same for formats of others, where unknown is a field that is not there.</summary>
    public static readonly JsonSerializerOptions OptionsWithoutNull = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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

    /// <summary>Place and fault of a value of the wrong type, a missing or a null field.</summary>
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
        // Of a record the serializer names the whole, not the field at fault.
        return kind.Words is { } words ? $"{path}: must be {words}" : $"{path}: has a value of the wrong type";
    }

    /// <summary>The line and column where a text stops being JSON.</summary>
    public static string ExplainSyntax(JsonException e) =>
        $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: is not JSON, or is cut off there";

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" Path: $", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.').ReplaceLineEndings(" ");
    }
}

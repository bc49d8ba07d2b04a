using System.Text.Json;
using System.Text.Json.Serialization;

namespace Results.Records;

/// <summary>Reads the server's name, also its old name in old records.</summary>
internal sealed class ServerKind : JsonConverter<string>
{
    /// <summary>Bare Kestrel was called "embedded" until November 2026; all other names are as they are.</summary>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } name && name != "embedded" ? name : "kestrel";

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

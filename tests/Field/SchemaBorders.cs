using System.Text.Json.Nodes;

namespace Tests.Field;

/// <summary>Values at and beside the borders of a JSON schema, drawn from a seed. A good part of the files is valid.</summary>
internal sealed class SchemaBorders(Random random)
{
    private static readonly Dictionary<string, string[]> s_pieces = new(StringComparer.Ordinal)
    {
        ["title"] = [" ", "\u00a0", "\u2003", "\u200b", "\ufeff", "\t", "\n", "a", "\U0001F600", "\0"],
        ["note"] = [" ", "\u3000", "\u0085", "\u200e", "b", "\U0001F600", "\u00e9"],
        ["path"] =
        [
            "/", "/__fixture/", "/__fixture", "a", "{n}", "?", "%20", "%2F", "%2f", "%41", "%7E", "%00", "%C3%A9", "%", "/..", "/.", "/...",
            "\u00e9", "#", "&", "=", " ", ":", "@", "\n",
        ],
        ["requests"] = ["1", "2", "7", "-", ", ", ",", " ", "0000001", "99999999", "a"],
        ["file"] = ["times.csv", "/", "..", "a", ".csv", " "],
        ["mappings"] = ["orders", "/", "..", ".", "a", " "],
    };

    public JsonNode? Value(JsonObject schema, string name = "")
    {
        if (Rarely(200))
            return random.Next(5) switch { 0 => null, 1 => "text", 2 => -1, 3 => new JsonObject(), _ => new JsonArray(1) };
        if (schema["oneOf"] is JsonArray variants && variants[0]!["properties"] is not null)
            return Value(Pick(variants)!.AsObject(), name);
        if (schema["properties"] is JsonObject properties)
            return Fields(schema, properties);
        if (schema["items"] is JsonObject items)
            return new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(items))]);
        if (schema["const"] is { } only)
            return only.DeepClone();
        if (schema["enum"] is JsonArray choices)
            return Rarely(50) ? "other" : Pick(choices)!.DeepClone();
        if (schema["minimum"] is { } minimum)
            return Number(minimum.GetValue<decimal>(), schema["maximum"]!.GetValue<decimal>(), whole: IsWhole(schema));
        return schema["additionalProperties"] is JsonObject value
            ? new JsonObject { [Rarely(20) ? "WhenAll" : "when-all"] = Value(value) }
            : Text(schema, name);
    }

    private JsonObject Fields(JsonObject schema, JsonObject properties)
    {
        var fields = new JsonObject();
        string[] required = [.. schema["required"]?.AsArray().Select(one => $"{one}") ?? []];
        foreach ((string name, JsonNode? property) in properties)
        {
            if (required.Contains(name, StringComparer.Ordinal) ? !Rarely(200) : random.Next(3) == 0)
                fields[name] = Value(property!.AsObject(), name);
        }

        if (Rarely(200))
            fields["unknown"] = 1;
        return fields;
    }

    private JsonNode Number(decimal minimum, decimal maximum, bool whole) => random.Next(50) switch
    {
        0 => minimum - (whole ? 1 : 0.001m),
        1 => maximum + (whole ? 1 : 0.001m),
        2 => minimum + 0.5m,
        < 25 => maximum > 1000 && random.Next(3) > 0 ? minimum + random.Next(20) : maximum,
        _ => minimum,
    };

    private JsonNode Text(JsonObject schema, string name)
    {
        if (!s_pieces.TryGetValue(name, out string[]? pieces) || random.Next(8) > 0)
            return schema["examples"] is JsonArray examples ? Pick(examples)!.DeepClone() : "text";
        string text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
        if (schema["maxLength"]?.GetValue<int>() is { } longest && random.Next(4) == 0)
            text += string.Concat(Enumerable.Repeat(name == "path" ? "a" : "\U0001F600", longest - random.Next(4)));
        return name == "path" && random.Next(4) > 0 ? "/" + text : text;
    }

    private static bool IsWhole(JsonObject schema) => schema["type"]!.ToJsonString().Contains("integer", StringComparison.Ordinal);

    private JsonNode? Pick(JsonArray among) => among[random.Next(among.Count)];

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;
}

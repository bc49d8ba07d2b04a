using System.Text.Json.Nodes;

namespace Tests.ScenarioFiles;

/// <summary>A place in a sample file, and what the schema says of it.</summary>
internal sealed record SchemaPlace(JsonObject File, string Path, JsonObject Schema)
{
    public JsonObject Properties => Schema["properties"]!.AsObject();
}

/// <summary>Sample scenario files, made from the JSON schema alone: the smallest number, the first choice, the example.</summary>
internal static class SchemaSample
{
    /// <summary>One file for each pair of alternatives that covers them all.</summary>
    public static IReadOnlyList<JsonObject> Variants(JsonObject schema) =>
        [.. Enumerable.Range(0, MostVariants(schema)).Select(variant => Sample(schema, variant).AsObject())];

    /// <summary>Every object of every sample file, with the schema that rules it.</summary>
    public static IEnumerable<SchemaPlace> Objects(JsonObject schema)
    {
        for (int variant = 0; variant < MostVariants(schema); variant++)
        {
            JsonObject file = Sample(schema, variant).AsObject();
            yield return new SchemaPlace(file, "", schema);
            foreach ((string name, JsonNode? property) in schema["properties"]!.AsObject())
            {
                JsonObject chosen = Chosen(property!.AsObject(), variant);
                if (chosen.ContainsKey("properties"))
                    yield return new SchemaPlace(file, name, chosen);
            }
        }
    }

    /// <summary>The object at a path of names; the empty path is the file.</summary>
    public static JsonObject At(JsonObject file, string path) =>
        path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(file, (node, name) => node[name]!.AsObject());

    private static int MostVariants(JsonObject schema) =>
        schema["properties"]!.AsObject().Max(p => p.Value!["oneOf"] is JsonArray variants ? variants.Count : 1);

    private static JsonObject Chosen(JsonObject schema, int variant) =>
        schema["oneOf"] is JsonArray variants ? variants[variant % variants.Count]!.AsObject() : schema;

    private static JsonNode Sample(JsonObject schema, int variant)
    {
        schema = Chosen(schema, variant);
        if (schema["properties"] is JsonObject properties)
            return new JsonObject(properties
                .Where(p => p.Value!["description"]?.ToString().StartsWith("Any JSON", StringComparison.Ordinal) != true)
                .Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Sample(p.Value!.AsObject(), variant))));
        if (schema.ContainsKey("minItems"))
            return new JsonArray(Sample(schema["items"]!.AsObject(), variant));
        if (schema.ContainsKey("maxItems"))
            return new JsonArray();
        return (schema["const"] ?? schema["enum"]?[0] ?? schema["minimum"] ?? schema["examples"]![0])!.DeepClone();
    }
}

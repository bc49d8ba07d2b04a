using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tests.Field;

/// <summary>
/// Whether a value is valid against a JSON schema (draft 2020-12), for the keywords that the scenario schema uses. Another keyword is an
/// error, so that no rule of the schema is left out.
/// </summary>
internal static class SchemaJudge
{
    private static readonly ConcurrentDictionary<string, Regex> s_patterns = new(StringComparer.Ordinal);

    public static bool Accepts(JsonNode schema, JsonNode? value) =>
        schema.AsObject().All(keyword => Holds(keyword.Key, keyword.Value!, schema.AsObject(), value));

    private static bool Holds(string keyword, JsonNode rule, JsonObject schema, JsonNode? value) => (keyword, value) switch
    {
        ("title" or "description" or "examples" or "default" or "$schema" or "then", _) => true,
        ("type", _) => Names(rule).Any(type => IsOf(type, value)),
        ("const", _) => JsonNode.DeepEquals(rule, value),
        ("enum", _) => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        ("oneOf", _) => rule.AsArray().Count(one => Accepts(one!, value)) == 1,
        ("if", _) => !Accepts(rule, value) || Accepts(schema["then"]!, value),
        ("minimum", JsonValue number) => !IsOf("number", number) || number.GetValue<double>() >= rule.GetValue<double>(),
        ("maximum", JsonValue number) => !IsOf("number", number) || number.GetValue<double>() <= rule.GetValue<double>(),
        ("pattern", JsonValue text) => !IsOf("string", text) || Matches($"{rule}", text.GetValue<string>()),
        ("maxLength", JsonValue text) =>
            !IsOf("string", text) || text.GetValue<string>().EnumerateRunes().Count() <= rule.GetValue<int>(),
        ("minItems", JsonArray array) => array.Count >= rule.GetValue<int>(),
        ("maxItems", JsonArray array) => array.Count <= rule.GetValue<int>(),
        ("items", JsonArray array) => array.All(one => Accepts(rule, one)),
        ("required", JsonObject fields) => Names(rule).All(fields.ContainsKey),
        ("properties", JsonObject fields) => rule.AsObject().All(p => !fields.ContainsKey(p.Key) || Accepts(p.Value!, fields[p.Key])),
        ("propertyNames", JsonObject fields) => fields.All(field => Accepts(rule, field.Key)),
        ("additionalProperties", JsonObject fields) => fields
            .Where(field => schema["properties"]?.AsObject().ContainsKey(field.Key) != true)
            .All(field => rule.GetValueKind() == JsonValueKind.Object ? Accepts(rule, field.Value) : rule.GetValue<bool>()),
        ("minimum" or "maximum" or "pattern" or "maxLength" or "minItems" or "maxItems" or "items" or "required" or "properties"
            or "propertyNames" or "additionalProperties", _) => true, // they say nothing about a value of another type
        _ => throw new InvalidOperationException($"The keyword {keyword} is not known here."),
    };

    private static IEnumerable<string> Names(JsonNode rule) => rule is JsonArray several ? several.Select(one => $"{one}") : [$"{rule}"];

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value!.GetValue<double>()),
        _ => false,
    };

    // All patterns are anchored. The comparison of lengths excludes a line break at the end, which ECMAScript's $ does not pass over.
    private static bool Matches(string pattern, string text) =>
        s_patterns.GetOrAdd(pattern, _ => new Regex(pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1))).Match(text) is
        { Success: true } match
        && match.Length == text.Length;
}

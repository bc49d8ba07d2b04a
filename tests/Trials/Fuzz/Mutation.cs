using System.Text;
using System.Text.Json.Nodes;

namespace Tests.Trials.Fuzz;

/// <summary>
/// Damages a good text like an editor, a crash or an attacker: letter by letter, or field by field. The same generator state gives the same
/// text.
/// </summary>
public static class Mutation
{
    /// <summary>Texts and numbers that often cause errors in programs.</summary>
    public static IReadOnlyList<string> Hostile { get; } =
    [
        "", " ", "../../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:\\x", "a/b", "\0", "\u0001", "\r\n", "\u2028", "\ud800", "😀", "ı",
        "İ", "<script>alert(1)</script>",
        "|", "`", "{0}", "%s", "${HOME}", "$(id)", "-1", "0", "1e999", "NaN", "Infinity", "9223372036854775808", "1,5", "0x10", "--help",
        "null", "true", new('a', 5000),
    ];

    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u0000", "\\ud800", "null", "-", "1e999", "\n", "\0", "\ufeff", "//", "\"schema\": 2,",
    ];

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>A JSON text with one to four changes, which may have no effect.</summary>
    public static string Json(Random random, string good)
    {
        string text = good;
        for (int faults = random.Next(1, 5); faults > 0; faults--)
            text = random.Next(3) == 0 ? Letters(random, text) : Fields(random, text);
        return text;
    }

    /// <summary>Cuts, doubles or inserts letters.</summary>
    public static string Letters(Random random, string text)
    {
        int at = random.Next(text.Length + 1), length = random.Next(Math.Min(40, text.Length - at) + 1);
        return random.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            _ => text.Insert(at, random.Pick(s_pieces)),
        };
    }

    /// <summary>Changes or removes one value of the tree, or adds one next to it.</summary>
    private static string Fields(Random random, string text)
    {
        try
        {
            var root = JsonNode.Parse(text);
            JsonNode[] inner = [.. Below(root)];
            if (inner.Length == 0)
                return Letters(random, text);
            Spoil(random, random.Pick(inner));
            return root!.ToJsonString();
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return Letters(random, text); // it is not JSON any more
        }
    }

    private static void Spoil(Random random, JsonNode node)
    {
        if (node.Parent is JsonObject parent)
        {
            string name = node.GetPropertyName();
            parent.Remove(name);
            if (random.Next(4) > 0)
                parent[random.Next(8) == 0 ? name + "x" : name] = Value(random, node);
        }
        else if (node.Parent is JsonArray list)
        {
            int at = node.GetElementIndex();
            if (random.Next(4) == 0)
                list.RemoveAt(at);
            else
                list[at] = Value(random, node);
        }
    }

    private static JsonNode? Value(Random random, JsonNode was) => random.Next(8) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Pick((double[])[0, -1, 0.1, 1e300, 5e-324, int.MaxValue, 1e15])),
        2 => new JsonArray(was.DeepClone(), was.DeepClone()),
        3 => new JsonObject { ["x"] = was.DeepClone() },
        4 => JsonValue.Create(random.Next(2) == 0),
        5 => JsonValue.Create(long.MinValue),
        _ => JsonValue.Create(Valid(random.Pick(Hostile))),
    };

    /// <summary>A JSON text can contain half a surrogate pair only as an escape, which <see cref="Letters"/> makes.</summary>
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<JsonNode> Below(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child)),
        _ => [],
    };
}

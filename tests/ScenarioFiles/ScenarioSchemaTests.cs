using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.ScenarioFiles;

/// <summary>
/// The schema that editors use and the loader say the same: files are made from the schema, changed at one place,
/// and given to the loader.
/// </summary>
public sealed class ScenarioSchemaTests : IDisposable
{
    private static readonly JsonObject s_schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(ScenarioCatalog.BuiltInFolder, "scenario.schema.json")))!.AsObject();

    private readonly ScenarioFolder _folder = new();

    public ScenarioSchemaTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "orders"));
        _folder.Write("orders/a.json", "{}");
        _folder.Write("times.csv", "12.5");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_of_each_variant_loads() => Assert.All(SchemaSample.Variants(s_schema), file => Assert.Null(ErrorOf(file)));

    [Fact]
    public void The_loader_knows_exactly_the_fields_of_the_schema() => Assert.All(Objects(), place =>
    {
        JsonObject file = place.File.DeepClone().AsObject();
        SchemaSample.At(file, place.Path)["unknown"] = 1;

        ScenarioException error = Assert.IsType<ScenarioException>(ErrorOf(file));
        Assert.Equal(
            place.Properties.Select(p => p.Key).Order(StringComparer.Ordinal), error.Allowed.Split(", ").Order(StringComparer.Ordinal));
        Assert.False(place.Schema["additionalProperties"]!.GetValue<bool>());
    });

    [Fact]
    public void The_loader_requires_exactly_what_the_schema_requires() => Assert.All(Objects(), place =>
    {
        string[] required = [.. place.Schema["required"]!.AsArray().Select(name => $"{name}")];
        foreach ((string name, _) in place.Properties)
        {
            JsonObject file = place.File.DeepClone().AsObject();
            SchemaSample.At(file, place.Path).Remove(name);
            Assert.Equal(required.Contains(name, StringComparer.Ordinal), ErrorOf(file) is not null);
        }
    });

    [Fact]
    public void The_loader_has_the_ranges_of_the_schema() => Assert.All(Fields(f => f.ContainsKey("minimum")), field =>
    {
        decimal min = field.Schema["minimum"]!.GetValue<decimal>();
        decimal max = field.Schema["maximum"]!.GetValue<decimal>();
        bool whole = $"{field.Schema["type"]!.ToJsonString()}".Contains("integer", StringComparison.Ordinal);

        Assert.NotNull(ErrorWith(field, min - 1));
        Assert.NotNull(ErrorWith(field, max + 1));
        Assert.Null(ErrorWith(field, max));
        Assert.Equal(whole, ErrorWith(field, min + 0.5m) is not null);
        Assert.NotNull(ErrorWith(field, "1"));
    });

    [Fact]
    public void The_loader_has_the_choices_of_the_schema() => Assert.All(Fields(f => f.ContainsKey("enum")), field =>
    {
        string[] choices = [.. field.Schema["enum"]!.AsArray().Select(c => $"\"{c}\"")];
        Assert.All(field.Schema["enum"]!.AsArray(), choice => Assert.Null(ErrorWith(field, choice!.DeepClone())));
        Assert.Equal("one of " + string.Join(", ", choices), ErrorWith(field, "other")?.Allowed);
    });

    [Theory]
    [InlineData("payload")]
    [InlineData("latency")]
    public void The_loader_has_the_kinds_of_the_schema(string name)
    {
        string[] kinds = [.. s_schema["properties"]![name]!["oneOf"]!.AsArray().Select(v => $"\"{v!["properties"]!["kind"]!["const"]}\"")];
        JsonObject file = SchemaSample.Variants(s_schema)[0];
        file[name]!["kind"] = "other";
        Assert.Equal("one of " + string.Join(", ", kinds), ErrorOf(file)?.Allowed);
    }

    [Fact]
    public void The_patterns_are_the_same_and_mean_the_same_to_ECMAScript()
    {
        Assert.Equal(ScenarioRules.Title.Pattern, $"{s_schema["properties"]!["title"]!["pattern"]}");
        JsonArray requests = s_schema["properties"]!["requests"]!["oneOf"]!.AsArray();
        Assert.Equal(ScenarioRules.Path.Pattern, $"{requests[0]!["properties"]!["path"]!["pattern"]}");
        Assert.Equal(
            ScenarioRules.ListedPath.Pattern, $"{requests[1]!["properties"]!["list"]!["items"]!["properties"]!["path"]!["pattern"]}");
        Assert.Equal(
            ScenarioRules.Folder.Pattern, $"{s_schema["properties"]!["payload"]!["oneOf"]![3]!["properties"]!["mappings"]!["pattern"]}");
        JsonNode empirical = s_schema["properties"]!["latency"]!["oneOf"]![6]!["properties"]!;
        Assert.Equal(ScenarioRules.TimesFile.Pattern, $"{empirical["file"]!["pattern"]}");
        Assert.All(
            [
                ScenarioRules.Title.Pattern, ScenarioRules.Path.Pattern, ScenarioRules.ListedPath.Pattern, ScenarioRules.Folder.Pattern,
                ScenarioRules.TimesFile.Pattern,
            ],
            p => _ = new Regex(p, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void An_articles_seconds_have_the_names_and_the_range_of_the_schema()
    {
        JsonObject seconds = s_schema["properties"]!["articleSeconds"]!.AsObject(), value = seconds["additionalProperties"]!.AsObject();
        Assert.Equal(ScenarioRules.StrategyId.Pattern, $"{seconds["propertyNames"]!["pattern"]}");
        Assert.Equal(
            (ScenarioRules.Seconds.Min, ScenarioRules.Seconds.Max),
            (value["minimum"]!.GetValue<double>(), value["maximum"]!.GetValue<double>()));
    }

    [Fact]
    public void Every_field_is_described() => Assert.All(Fields(_ => true), field =>
        Assert.True(field.Path == "$schema" || field.Schema["description"] is not null, field.Path));

    private static IEnumerable<SchemaPlace> Objects() => SchemaSample.Objects(s_schema);

    private static IEnumerable<SchemaPlace> Fields(Func<JsonObject, bool> which) =>
        Objects().SelectMany(place => place.Properties.Select(p => place with
        {
            Path = place.Path.Length == 0 ? p.Key : $"{place.Path}.{p.Key}",
            Schema = p.Value!.AsObject(),
        })).Where(field => which(field.Schema));

    private ScenarioException? ErrorWith(SchemaPlace field, JsonNode value)
    {
        JsonObject file = field.File.DeepClone().AsObject();
        string[] path = field.Path.Split('.');
        JsonObject parent = SchemaSample.At(file, string.Join('.', path[..^1]));
        parent[path[^1]] = value;

        // These fields must not lie below their neighbours.
        foreach (string upper in (string[])["p99Ms", "slowMs", "maxMs"])
        {
            if (parent.ContainsKey(upper) && path[^1] != upper && path[^1] != "maxMs")
                parent[upper] = 60_000;
        }

        return ErrorOf(file);
    }

    private ScenarioException? ErrorOf(JsonObject file) =>
        Record.Exception(() => ScenarioFile.Load(_folder.Write("x.json", file.ToJsonString()))) as ScenarioException;
}

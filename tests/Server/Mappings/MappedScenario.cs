using System.Text.Json.Nodes;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Tests.ScenarioFiles;

namespace Tests.Server.Mappings;

/// <summary>A scenario of one's own with mapping files, for as long as a test lasts.</summary>
internal sealed class MappedScenario : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public MappedScenario() => Directory.CreateDirectory(Folder);

    /// <summary>Where the mapping files lie.</summary>
    public string Folder => Path.Combine(_folder.Path, "shop");

    /// <summary>A mapping that answers a path with a small JSON object.</summary>
    public static JsonObject Mapping(string path, string name = "shop") => new()
    {
        ["Request"] = new JsonObject { ["Path"] = path, ["Methods"] = new JsonArray("GET") },
        ["Response"] = new JsonObject
        {
            ["StatusCode"] = 200,
            ["Headers"] = new JsonObject { ["Content-Type"] = "application/json" },
            ["BodyAsJson"] = new JsonObject { ["name"] = name },
        },
    };

    /// <summary>Writes a file among the mappings, and gives its path.</summary>
    public string Write(string file, JsonNode content) => Write(file, content.ToJsonString());

    /// <inheritdoc cref="Write(string, JsonNode)"/>
    public string Write(string file, string content)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Loads a scenario that asks for these paths; an entry may also be a whole JSON object.</summary>
    public Scenario Load(params string[] list) => ScenarioFile.Load(_folder.Write("shop.json", $$"""
        {
          "requests": { "list": [{{string.Join(", ", list.Select(one => one.StartsWith('{') ? one : $$"""{ "path": "{{one}}" }"""))}}] },
          "payload": { "kind": "wiremock", "mappings": "shop/" },
          "latency": { "kind": "uniform", "minMs": 1, "maxMs": 90 }
        }
        """));

    public void Dispose() => _folder.Dispose();
}

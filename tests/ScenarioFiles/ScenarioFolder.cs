namespace Tests.ScenarioFiles;

/// <summary>A folder of scenario files that lives as long as a test.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    /// <summary>A scenario that uses none of the defaults; tests change one place of it.</summary>
    public const string Good = """
        {
          "title": "Small pages",
          "requests": { "path": "/items/{n}", "first": 5, "count": 20 },
          "payload": { "kind": "html", "bytes": 2000 },
          "latency": { "kind": "fixed", "ms": 12.5 },
          "seed": 7,
          "connectDelayMs": 3,
          "capacity": 4,
          "faults": []
        }
        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("scenarios-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

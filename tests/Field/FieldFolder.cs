using Results.Records;
using Tests.Gate;

namespace Tests.Field;

/// <summary>A temporary folder with the files of a trial.</summary>
internal sealed class FieldFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("field-");

    public string Path => _folder.FullName;

    public string History => In("history");

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a run in a folder of its own, whether its values can be or not.</summary>
    public RunLayout Save(string name, RunRecord run)
    {
        var layout = new RunLayout(In(name));
        Directory.CreateDirectory(layout.Folder);
        File.WriteAllText(layout.RunJson, RunRecordFile.ToJson(run));
        return layout;
    }

    /// <summary>A good run; another seed gives another one.</summary>
    public RunLayout Save(string name, int seed = 1) => Save(name, ReferenceGateTests.Noisy(seed));

    public string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    /// <summary>Each way to read a run that a user names.</summary>
    public IEnumerable<string[]> ReadersOf(string run, string other) =>
    [
        ["report", run],
        ["history", "add", run, "--history", History],
        ["gate", "--reference", run, "--run", other, "--history", History, "--output", In("gate")],
        ["gate", "--reference", other, "--run", run, "--history", History, "--output", In("gate")],
    ];

    public void Dispose() => _folder.Delete(recursive: true);
}

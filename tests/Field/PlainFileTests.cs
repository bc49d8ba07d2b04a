using System.Diagnostics;
using System.IO.Pipes;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Results.Records;
using Tests.Cli;
using Tests.Trials.Fuzz;
using PlainFile = Results.Records.PlainFile;

namespace Tests.Field;

/// <summary>Files that are not plain small files: each reader refuses them in one line. Before, pipes and devices hung it.</summary>
public sealed class PlainFileTests : IDisposable
{
    private readonly FieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Kinds => ["pipe", "link to a pipe", "link to a device", "folder", "large"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_is_not_read_from_it(string kind)
    {
        if (Make(kind, _folder.In("run.json")) is not { } told)
            return;
        await IsRefusedAsync(_folder.In("run.json"), told, gate: kind != "folder"); // the gate looks for the run.json in a folder
    }

    /// <summary>As a shell writes it: report &lt;(cat run.json).</summary>
    [Fact]
    public async Task Nor_is_a_run_read_from_a_pipe_without_a_name()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        await IsRefusedAsync("/proc/self/fd/" + pipe.GetClientHandleAsString(), NoFile, gate: true);
    }

    [Theory]
    [InlineData("lessons.json")]
    [InlineData("gate.json")]
    [InlineData("history.jsonl")]
    public async Task Nor_is_a_file_beside_a_run(string name)
    {
        RunLayout run = _folder.Save("run");
        if (Make("pipe", Path.Combine(run.Folder, name)) is { } told)
            (await InTimeAsync("report", run.RunJson)).IsRefused(name, told);
    }

    [Fact]
    public async Task Nor_is_a_history()
    {
        RunLayout first = _folder.Save("first"), second = _folder.Save("second", 2);
        Assert.Equal(0, (await Typed.RunAsync("history", "add", first.RunJson, "--history", _folder.History)).Exit);
        string file = Assert.Single(Directory.GetFiles(_folder.History));
        File.Delete(file);
        if (Make("pipe", file) is not { } told)
            return;
        (await InTimeAsync("history", "--history", _folder.History)).IsRefused(file, told);
        (await InTimeAsync("history", "add", second.RunJson, "--history", _folder.History)).IsRefused(file, told);
        (await InTimeAsync(
            "gate", "--reference", first.RunJson, "--run", second.RunJson, "--history", _folder.History, "--output", _folder.In("gate")))
            .IsRefused(file, told);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nor_is_a_scenario_or_a_mapping(string kind)
    {
        string scenario = _folder.In("orders.json"), mappings = Directory.CreateDirectory(_folder.In("orders-api")).FullName;
        if (Make(kind, scenario) is null)
            return;
        ScenarioException told = await RefusedAsync(() => ScenarioFile.Load(scenario));
        Assert.Equal("a regular file of at most 16 MB", told.Allowed);
        if (kind == "folder")
            return; // a folder below a folder of mappings is nothing special

        string served = _folder.Write("mapped.json", FuzzSamples.Scenario.Replace(
            "\"json\", \"bytes\": 400 }", "\"wiremock\", \"mappings\": \"orders-api/\" }", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(mappings, "one.json"), "{}");
        Make(kind, Path.Combine(mappings, "body.txt"));
        told = await RefusedAsync(() => ScenarioFile.Load(served));
        Assert.Equal((Path.Combine(mappings, "body.txt"), "a regular file of at most 16 MB"), (told.File, told.Allowed));
    }

    [Fact]
    public async Task An_empty_file_is_told_as_empty_and_a_link_to_a_good_one_is_followed()
    {
        (await Typed.RunAsync("report", _folder.Write("run.json", ""))).IsRefused("is empty");
        RunLayout good = _folder.Save("good");
        Assert.Null(PlainFile.Obstacle(good.RunJson, PlainFile.MostBytes));
        Assert.Equal("has 99 bytes", PlainFile.Obstacle(_folder.Write("99", new string('a', 99)), 98));
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(_folder.In("link.json"), good.RunJson);
        Assert.Equal(0, (await Typed.RunAsync("report", _folder.In("link.json"))).Exit);
        (await Typed.RunAsync("report", _folder.In("nothing.json"))).IsRefused("does not exist");
    }

    private async Task IsRefusedAsync(string path, string told, bool gate)
    {
        RunLayout other = _folder.Save("other");
        foreach (string[] line in _folder.ReadersOf(path, other.RunJson).Where(line => gate || line[0] != "gate"))
            (await InTimeAsync(line)).IsRefused(path, told, "a regular file of at most 256 MB");
        Assert.False(Directory.Exists(_folder.History));
    }

    private const string NoFile = "a pipe, a device or a socket";

    /// <summary>Makes a file that must not be read.</summary>
    /// <returns>What it is called; null if this system has no such file.</returns>
    private static string? Make(string kind, string path)
    {
        if (OperatingSystem.IsWindows() && kind is not ("folder" or "large"))
            return null;
        switch (kind)
        {
            case "pipe":
                Process.Start("mkfifo", [path]).WaitForExit();
                return NoFile;
            case "link to a pipe":
                Process.Start("mkfifo", [path + ".pipe"]).WaitForExit();
                File.CreateSymbolicLink(path, path + ".pipe");
                return NoFile;
            case "link to a device":
                File.CreateSymbolicLink(path, "/dev/zero");
                return NoFile;
            case "folder":
                Directory.CreateDirectory(path);
                return "a folder";
            default:
                using (FileStream file = File.Create(path))
                    file.SetLength(3L << 30); // takes no space on the disk
                return "3,221,225,472 bytes";
        }
    }

    private static async Task<Typed> InTimeAsync(params string[] line) =>
        await Task.Run(() => Typed.RunAsync(line)).WaitAsync(TimeSpan.FromSeconds(20));

    private static async Task<ScenarioException> RefusedAsync(Action read) =>
        await Assert.ThrowsAsync<ScenarioException>(() => Task.Run(read).WaitAsync(TimeSpan.FromSeconds(20)));
}

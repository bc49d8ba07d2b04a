using BenchGate.Cli;
using BenchGate.Errors;
using BenchGate.Measuring;
using BenchGate.Projects;
using Results.Gate;
using Results.Records;
using Tests.Gate;
using Tests.Gate.Measuring;
using Tests.Measurement;

namespace Tests.Projects;

/// <summary>Each wrong value is refused before anything is built, with one line and exit code 2.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class RefusedOptionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Option '--base' is required. (--help lists the options)")]
    [InlineData("--pairs is '0'; allowed is a whole number from 1 to 10000. (--help lists the options)", "--base", "a", "--pairs", "0")]
    [InlineData("--threshold is '5'; allowed is a percentage above 0 and below 100, such as 5%. (--help lists the options)",
        "--base", "a", "--threshold", "5")]
    [InlineData("--budget is '5'; allowed is such as 90s, 10m or 1h. (--help lists the options)", "--base", "a", "--budget", "5")]
    [InlineData("--seed is '-1'; allowed is a whole number from 0 to 2147483647. (--help lists the options)",
        "--base", "a", "--seed", "-1")]
    [InlineData("--base is empty; give it a value. (--help lists the options)", "--base", "")]
    [InlineData("--filter is empty; give it a value. (--help lists the options)", "--base", "a", "--filter", " ")]
    [InlineData("--framework is empty; give it a value. (--help lists the options)", "--base", "a", "--framework", "")]
    [InlineData("--project is ''; allowed is the path of a file or folder.", "--base", "a", "--project", "")]
    [InlineData("--output is ''; allowed is the path of a file or folder.", "--base", "a", "--output", "")]
    [InlineData("--output is 'FOLDER/file', which is a file; allowed is a folder, such as 'FOLDER'.",
        "--base", "a", "--output", "FOLDER/file")]
    [InlineData("--renames is 'FOLDER/none', but there is no such file; "
        + "allowed is a markdown table with the columns old id, new id, since commit, why.", "--base", "a", "--renames", "FOLDER/none")]
    [InlineData("--renames is 'FOLDER/file', which has no table; "
        + "allowed is a markdown table with the columns old id, new id, since commit, why.", "--base", "a", "--renames", "FOLDER/file")]
    [InlineData("FOLDER/table: line 1: must be a row of old id, new id, since commit, why, the first not empty; correct the row",
        "--base", "a", "--renames", "FOLDER/table")]
    [InlineData("Unrecognized command or argument '--bogus'. (--help lists the options)", "--base", "a", "--bogus")]
    public async Task A_wrong_value_is_one_line(string says, params string[] typed)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "file"), "{}");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "table"), "| old | new |\n");
        using StringWriter output = new(), error = new();
        int exit = await GateVerbs.RunAsync([.. typed.Select(InFolder)], output, error);
        Assert.Equal((ExitCodes.Usage, $"error: {InFolder(says)}\n", ""), (exit, error.ToString(), output.ToString()));
    }

    [Fact]
    public async Task A_project_that_cannot_be_meant_is_refused()
    {
        string folder = _folder.FullName;
        Assert.Equal(
            $"--project is '{folder}', but there is no project; allowed is a project's file, or a folder with one.",
            await RefusedAsync(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "B.csproj"), "");
        await File.WriteAllTextAsync(Path.Combine(folder, "A.fsproj"), "");
        Assert.Equal(
            $"--project is '{folder}', a folder with 2 projects (A.fsproj, B.csproj); name one of them.", await RefusedAsync(folder));
    }

    [Theory]
    [InlineData("net10.0", "net9.0", "--framework is 'net9.0', but FILE has net10.0; choose one of them.")]
    [InlineData("net10.0;net8.0", null, "FILE has 2 target frameworks, net10.0, net8.0; choose one with --framework.")]
    [InlineData("net10.0", null, "FOLDER: git has no commit here yet; commit the base, and name it with --base.")]
    public async Task A_framework_and_a_base_must_exist(string has, string? chosen, string says)
    {
        using var repository = new SuiteRepository();
        string property = has.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        repository.Write("A.csproj", $"<Project><PropertyGroup><{property}>{has}</{property}></PropertyGroup></Project>");
        string expected = says.Replace("FILE", Path.Combine(repository.Folder, "A.csproj"), StringComparison.Ordinal)
            .Replace("FOLDER", repository.Folder, StringComparison.Ordinal);
        Assert.Equal(expected, await RefusedAsync(repository.Folder, chosen));
    }

    [Fact]
    public async Task Only_an_interrupted_gate_can_go_on()
    {
        string file = Path.Combine(_folder.FullName, "gate-run.json");
        Assert.Equal(
            $"--resume: there is no {file}; name the --output of the interrupted gate, or leave --resume out.",
            await RefusedAsync("none", resume: true));
        GateRunFile.Save(GateSamples.Standard() with { Complete = true }, file);
        Assert.Equal(
            $"--resume: the gate of {file} is complete; leave --resume out to measure again.", await RefusedAsync("none", resume: true));
    }

    private string InFolder(string text) => text.Replace("FOLDER", _folder.FullName, StringComparison.Ordinal);

    private async Task<string> RefusedAsync(string project, string? framework = null, bool resume = false)
    {
        var plan = new PairPlan(2, TimeSpan.FromMinutes(1), Seed: 1, new GateRules());
        var request = new GateRequest(project, "main", [], framework, plan, _folder.FullName) { Resume = resume };
        return (await Assert.ThrowsAsync<UsageException>(
            () => new ProjectGate(request, TextWriter.Null).RunAsync(CancellationToken.None))).Message;
    }
}

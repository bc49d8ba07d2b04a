using System.Diagnostics;
using System.Runtime.InteropServices;
using BenchGate.Errors;
using Benchmarks.Cli;
using Results.Records;

namespace Tests.Cli;

/// <summary>The program as a script starts it: standard output and standard error of a real process.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Nothing_but_the_json_of_measure_is_on_standard_output()
    {
        Typed typed = await StartAsync("measure", "--profile", "smoke", "--cases", "*Single*", "--iterations", "1");

        Assert.Equal((ExitCodes.Ok, ""), (typed.Exit, typed.Error));
        Assert.Single(MeasuredLaunch.Parse(typed.Output, "measure").Cases);
    }

    [Fact]
    public async Task An_unknown_verb_is_one_line_and_exit_code_2() => (await StartAsync("nonsense")).IsRefused("nonsense", "measure");

    /// <summary>Only a bug of the suite can cause a wrong message between its own processes, so this is reported as a bug.</summary>
    [Fact]
    public async Task A_bug_is_told_with_its_stack_and_exit_code_70()
    {
        Typed typed =
            await StartAsync(["child", "record-cold-start", "pokeapi", "when-all", "1", "1"], variable: ("BENCH_SERVERS", "no JSON"));

        Assert.Equal((ExitCodes.Bug, ""), (typed.Exit, typed.Output));
        Assert.StartsWith("bug: this is a fault of the suite and not yours (JsonException: ", typed.Error, StringComparison.Ordinal);
        Assert.Contains("\n   at Benchmarks.Measurement.SettingsVariables", typed.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_without_git_is_one_line_and_exit_code_2()
    {
        string empty = Directory.CreateTempSubdirectory("path-").FullName;
        try
        {
            (await StartAsync(["gate", "--base", "HEAD"], path: empty)).IsRefused("no git on the PATH", "install it");
        }
        finally
        {
            Directory.Delete(empty);
        }
    }

    private static Task<Typed> StartAsync(params string[] args) => StartAsync(args, path: null);

    private static async Task<Typed> StartAsync(string[] args, string? path = null, (string Name, string Value)? variable = null)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Verbs).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (variable is { } told)
            start.Environment[told.Name] = told.Value;
        if (path is not null)
            (start.FileName, start.Environment["PATH"]) =
                (Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")), path);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Typed(process.ExitCode, await output, await error);
    }
}

using System.Diagnostics;
using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Builds;

/// <summary>Builds one side in its own folder.</summary>
/// <param name="source">The source, which the folder already contains.</param>
/// <param name="folder">The folder.</param>
/// <param name="blame">Exit code if it does not build.</param>
internal sealed class Compilation(SourceTree source, string folder, BuildRecipe recipe, int blame)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    /// <exception cref="GateException">It does not build; the message has the compiler's first error.</exception>
    /// <exception cref="UsageException">It is not a program.</exception>
    public async Task<BuiltSide> RunAsync(CancellationToken stop)
    {
        ChildProcess build = await DotnetAsync(recipe.Arguments(folder), stop);
        if (build.Exit != 0)
            throw new GateException(
                blame,
                $"{source.Name} does not build: {DotnetFailure.Of(build)} (dotnet build -c Release {recipe.Project} in {folder} "
                + $"shows all of it).{Absent()}");
        ChildProcess asked = await DotnetAsync(recipe.AskForProgram, stop);
        string program = asked.Output.Trim();
        if (asked.Exit != 0 || !File.Exists(program))
            throw new GateException(blame, $"{recipe.Project} of {source.Name} was built, but there is no '{MessageLine.Of(program)}' "
                + $"({asked.FirstLine}); look for what moves its output.");
        return File.Exists(Path.ChangeExtension(program, ".runtimeconfig.json"))
            ? new BuiltSide(source, folder, program, BuildOutput.Of(Path.GetDirectoryName(program)!, folder))
            : throw new UsageException($"{recipe.Project} of {source.Name} is a library, or a program for .NET Framework; "
                + "allowed is a program for .NET that starts BenchmarkDotNet.");
    }

    private string Absent() => source.Submodules.FirstOrDefault(one => one.Source is null) is { } absent
        ? $" The submodule {absent.Path} is not checked out: git submodule update --init may help."
        : "";

    private async Task<ChildProcess> DotnetAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };
        WithoutCommit.AddTo(start);
        try
        {
            return await ChildProcess.RunAsync(recipe.IsSuite ? BuildVariables.Remove(start) : start, s_limit, stop);
        }
        catch (TimeoutException slow)
        {
            throw new GateException(blame, $"The build of {source.Name} did not end: {slow.Message}; run it yourself in {folder}.");
        }
    }
}

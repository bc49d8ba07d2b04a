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
    public async Task<BuiltSide> RunAsync(CancellationToken stop)
    {
        ChildProcess build = await DotnetAsync(recipe.Arguments(folder), stop);
        if (build.Exit != 0)
            throw new GateException(
                blame, $"{source.Name} does not build: {FirstError(build)} (dotnet build -c Release in {folder} shows all of it).");
        ChildProcess asked = await DotnetAsync(recipe.AskForProgram, stop);
        string program = asked.Output.Trim();
        return asked.Exit == 0 && File.Exists(program)
            ? new BuiltSide(source, folder, program, BuildOutput.Of(Path.GetDirectoryName(program)!))
            : throw new GateException(blame, $"{recipe.Project} of {source.Name} was built, but there is no program "
                + $"'{MessageLine.Of(program)}' ({asked.FirstLine}); it must be an executable project.");
    }

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

    private static string FirstError(ChildProcess build) =>
        build.Output.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))?.Split(" [")[0].Trim()
            ?? build.FirstLine;
}

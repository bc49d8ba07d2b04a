using BenchGate.Errors;

namespace BenchGate.Cli;

/// <summary>The command line of <c>bench-gate</c>.</summary>
public static class GateVerbs
{
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            return await TypedVerb.RunAsync(CompareCommand.Create(), args, output, error, GuardCommand.Name);
        }
        catch (IOException full) when (NoSpace.IsSaidBy(full.Message))
        {
            return Told.Line(error, "failed", NoSpace.AddTo(full.Message), ExitCodes.Failed);
        }
        catch (Exception failure) // any exception: bugs are printed, too
        {
            return Told.Of(failure, "bench-gate", error);
        }
    }
}

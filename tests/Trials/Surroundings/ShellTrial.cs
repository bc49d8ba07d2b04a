using System.Diagnostics;
using Benchmarks.Cli;
using Tests.Cli;
using Tests.Trials.Programs;

namespace Tests.Trials.Surroundings;

/// <summary>Runs the built program from a shell that has changed limits or settings before.</summary>
internal static class ShellTrial
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <param name="script">The shell script; $0 is the suite.</param>
    /// <param name="arguments">Its arguments, from $1 on.</param>
    public static async Task<Typed> RunAsync(string script, params string[] arguments)
    {
        using var program = TrialProgram.Start(new ProcessStartInfo("sh", ["-c", script, typeof(Verbs).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        (int exit, string error) = await program.EndAsync(s_patience) ?? throw new TimeoutException("it does not end");
        return new Typed(exit, string.Join('\n', program.Lines), error);
    }
}

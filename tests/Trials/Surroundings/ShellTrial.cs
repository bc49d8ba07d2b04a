using System.Diagnostics;
using Benchmarks.Cli;
using Tests.Cli;
using Tests.Trials.Programs;

namespace Tests.Trials.Surroundings;

/// <summary>The built program as a shell starts it, where the shell has first made its surroundings worse.</summary>
internal static class ShellTrial
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <param name="script">A shell's; $0 is the suite.</param>
    /// <param name="arguments">Its $1 and so on.</param>
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

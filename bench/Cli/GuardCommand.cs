using System.CommandLine;
using System.Runtime.InteropServices;
using Benchmarks.Errors;
using Benchmarks.Processes;

namespace Benchmarks.Cli;

/// <summary><c>guard</c> (hidden): waits until its parent is gone, then ends and clears what that has left.</summary>
internal static class GuardCommand
{
    public const string Name = "guard";

    public static Command Create()
    {
        var mark = new Argument<string>("mark");
        var command = new Command(Name, "End a run's processes when the run is gone.") { mark };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            // Ctrl-C reaches everything in the terminal; this must be the last to go.
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
            using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
            await Console.In.ReadToEndAsync(CancellationToken.None);
            new MarkedProcesses(OrphanGuard.Variable, parsed.GetRequiredValue(mark)).End();
            ScratchFolder.ClearRemains();
            return ExitCodes.Ok;
        });
        return command;
    }
}

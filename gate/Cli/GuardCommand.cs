using System.CommandLine;
using System.Runtime.InteropServices;
using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Cli;

/// <summary><c>guard</c> (hidden): waits until its parent process has ended, then ends its children and removes its files.</summary>
internal static class GuardCommand
{
    public const string Name = "guard";

    public static Command Create()
    {
        var mark = new Argument<string>("mark");
        var command = new Command(Name, "End the processes of a run when the run has ended.") { mark };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            // Ctrl-C reaches every process in the terminal; this one must end last.
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

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tests.Trials.Programs;

/// <summary>The signals that end a program, with their numbers on Linux.</summary>
public enum Signal
{
    /// <summary>The terminal was closed.</summary>
    HangUp = 1,

    /// <summary>Ctrl-C.</summary>
    Interrupt = 2,

    /// <summary>Cannot be caught: kill -9.</summary>
    Kill = 9,

    /// <summary>A request to end, which kill, systemd and CI send first.</summary>
    Terminate = 15,
}

/// <summary>Sends them.</summary>
public static partial class Signals
{
    /// <summary>The exit code that a shell reports for a program that the signal ended.</summary>
    public static int ExitCode(this Signal signal) => 128 + (int)signal;

    /// <summary>Sends it. Does nothing if the process has already ended.</summary>
    public static void Send(this Process process, Signal signal) => _ = SendTo(process.Id, (int)signal);

    /// <summary>Sends it to all processes of the group that this process leads.</summary>
    public static void SendToGroup(this Process leader, Signal signal)
    {
        if (SendTo(-leader.Id, (int)signal) != 0)
            leader.Send(signal); // the process has just started and has no group yet
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendTo(int process, int signal);
}

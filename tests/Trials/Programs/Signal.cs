using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tests.Trials.Programs;

/// <summary>The signals that end a program, by their numbers on Linux.</summary>
public enum Signal
{
    /// <summary>The terminal was closed.</summary>
    HangUp = 1,

    /// <summary>Ctrl-C.</summary>
    Interrupt = 2,

    /// <summary>Cannot be caught: kill -9.</summary>
    Kill = 9,

    /// <summary>Please end: what kill, systemd and CI send first.</summary>
    Terminate = 15,
}

/// <summary>Sends them.</summary>
public static partial class Signals
{
    /// <summary>What a shell calls the exit code of a program that the signal ended.</summary>
    public static int ExitCode(this Signal signal) => 128 + (int)signal;

    /// <summary>Sends it; nothing happens if the process has ended already.</summary>
    public static void Send(this Process process, Signal signal) => _ = SendTo(process.Id, (int)signal);

    /// <summary>Sends it to the process and to every other one of the group that it leads.</summary>
    public static void SendToGroup(this Process leader, Signal signal)
    {
        if (SendTo(-leader.Id, (int)signal) != 0)
            leader.Send(signal); // it has just been started and has no group yet
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendTo(int process, int signal);
}
